package org.fleetscope.ui.anomalies;

import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.fleetscope.series.RunDetail;
import org.fleetscope.ui.support.Numbers;

/** A computed value, with its formula and inputs on request. */
final class FeatureRow extends VBox {
    FeatureRow(RunDetail.Explained feature) {
        getStyleClass().add("feature");
        Label name = new Label(feature.name());
        Label value = new Label(feature.value().isEmpty() ? Numbers.MISSING : feature.value());
        value.getStyleClass().addAll("number", "strong");
        value.setMinWidth(Region.USE_PREF_SIZE);
        Hyperlink why = new Hyperlink("Why?");
        why.setMinWidth(Region.USE_PREF_SIZE);
        why.setAccessibleText("Why this number? " + feature.name());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(name, gap, value, why);
        head.getStyleClass().add("feature-head");
        Label formula = new Label(feature.formula());
        formula.getStyleClass().add("formula");
        formula.setWrapText(true);
        Label reason = new Label(feature.why());
        reason.setWrapText(true);
        VBox explanation = new VBox(formula, reason);
        explanation.getStyleClass().add("explanation");
        explanation.setVisible(false);
        explanation.managedProperty().bind(explanation.visibleProperty());
        why.setOnAction(event -> {
            explanation.setVisible(!explanation.isVisible());
            why.setText(explanation.isVisible() ? "Hide" : "Why?");
            why.setVisited(false);
        });
        getChildren().addAll(head, explanation);
    }
}
