package org.fleetscope.ui.anomalies;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.fleetscope.model.Finding;
import org.fleetscope.ui.control.RangeBar;
import org.fleetscope.ui.control.SeverityBadge;
import org.fleetscope.ui.support.MetricText;
import org.fleetscope.ui.support.Numbers;

/** One finding of a run: what was measured against what is expected, and who says so. */
final class FindingCard extends VBox {
    FindingCard(Finding finding) {
        getStyleClass().add("finding-card");
        SeverityBadge badge = new SeverityBadge();
        badge.show(finding.severity(), true);
        badge.setMinWidth(Region.USE_PREF_SIZE);
        Label sentence = new Label(MetricText.sentence(finding));
        sentence.getStyleClass().add("strong");
        sentence.setWrapText(true);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        HBox head = new HBox(sentence, badge);
        head.getStyleClass().add("finding-head");
        RangeBar bar = new RangeBar();
        bar.show(finding.lower(), finding.typical(), finding.upper(), finding.actual());
        bar.setAccessibleText(MetricText.sentence(finding) + ", " + MetricText.expected(finding));
        Label how =
                new Label(
                        MetricText.expected(finding)
                                + " · detector "
                                + finding.detector()
                                + ", threshold "
                                + Numbers.plain(finding.threshold()));
        how.getStyleClass().add("muted");
        how.setWrapText(true);
        getChildren().addAll(head, bar, how);
    }
}
