package org.fleetscope.ui.anomalies;

import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.fleetscope.series.RunDetail;
import org.fleetscope.ui.support.Numbers;

/** A computed value, with its formula and inputs on request; shows one after the other. */
final class FeatureRow extends VBox {
    private final Label name = new Label();
    private final Label value = new Label();
    private final Hyperlink why = new Hyperlink();
    private final Label formula = new Label();
    private final Label reason = new Label();
    private final VBox explanation = new VBox(formula, reason);

    FeatureRow() {
        getStyleClass().add("feature");
        value.getStyleClass().addAll("number", "strong");
        value.setMinWidth(Region.USE_PREF_SIZE);
        why.setMinWidth(Region.USE_PREF_SIZE);
        why.setOnAction(event -> explain(!explanation.isVisible()));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(name, gap, value, why);
        head.getStyleClass().add("feature-head");
        formula.getStyleClass().add("formula");
        formula.setWrapText(true);
        reason.setWrapText(true);
        explanation.getStyleClass().add("explanation");
        explanation.managedProperty().bind(explanation.visibleProperty());
        getChildren().addAll(head, explanation);
    }

    void show(RunDetail.Explained feature) {
        name.setText(feature.name());
        value.setText(feature.value().isEmpty() ? Numbers.MISSING : feature.value());
        why.setAccessibleText("Why this number? " + feature.name());
        formula.setText(feature.formula());
        reason.setText(feature.why());
        explain(false);
    }

    private void explain(boolean shown) {
        explanation.setVisible(shown);
        why.setText(shown ? "Hide" : "Why?");
        why.setVisited(false);
    }
}
