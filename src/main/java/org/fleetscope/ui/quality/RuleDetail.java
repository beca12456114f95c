package org.fleetscope.ui.quality;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.fleetscope.model.RejectedRow;
import org.fleetscope.model.RuleSeverity;
import org.fleetscope.ui.support.Numbers;
import org.fleetscope.ui.support.TimeText;
import org.fleetscope.workspace.QualityReport;
import org.fleetscope.workspace.QualityReport.DriftLine;
import org.fleetscope.workspace.QualityReport.FieldCount;
import org.fleetscope.workspace.QualityReport.RuleLine;
import org.fleetscope.workspace.QualityReport.Trend;

/** What stands under the list of rules: about the rule chosen, or about all rows without one. */
final class RuleDetail extends VBox {
    private final List<Node> lines = getChildren();
    private final TimeText times;

    RuleDetail(TimeText times) {
        this.times = times;
        getStyleClass().add("detail-body");
    }

    /** What became of the rows, and how imports drifted. */
    void show(QualityReport found) {
        lines.clear();
        lines.add(
                muted(
                        Numbers.count(found.accepted())
                                + " accepted, "
                                + Numbers.count(found.skippedExisting())
                                + " there already, of "
                                + Numbers.count(found.rowsRead())
                                + " rows read."));
        lines.add(muted("Choose a rule for its rows, its explanation and its trend."));
        drift(found.drift());
    }

    private void drift(List<DriftLine> drift) {
        if (drift.isEmpty()) {
            return;
        }
        lines.add(title("Drift against earlier imports"));
        for (DriftLine line : drift) {
            lines.add(new HBox(RuleChips.chip(line.rule(), RuleSeverity.WARNING)));
            lines.add(
                    wrapped(
                            "Import "
                                    + line.importId()
                                    + ", "
                                    + line.subject()
                                    + ": "
                                    + line.message()));
        }
    }

    /** What a good row has, the fields at fault, and when. */
    void show(RuleLine line) {
        lines.clear();
        lines.add(title(line.id()));
        lines.add(wrapped("Good when " + line.explanation()));
        if (line.rows() == 0) {
            lines.add(muted("Every row keeps it."));
            return;
        }
        for (FieldCount field : line.fields()) {
            lines.add(
                    muted(
                            (field.field().isEmpty() ? "whole row" : field.field())
                                    + ": "
                                    + Numbers.count(field.rows())
                                    + (field.rows() == 1 ? " row" : " rows")));
        }
        if (line.trend() != null) {
            trend(line.trend());
        }
        if (line.severity() == RuleSeverity.WARNING) {
            lines.add(muted("The rows are kept and flagged. The first of them:"));
        }
    }

    private void trend(Trend trend) {
        TrendBars bars = new TrendBars();
        bars.getStyleClass().add("trend-large");
        bars.showEach(trend, times);
        TrendText text = new TrendText(trend, times);
        lines.add(text.height());
        lines.add(bars);
        lines.add(text.axis());
        lines.addAll(text.table());
    }

    /** Adds rows that were kept and broke the rule in view. */
    void add(List<RejectedRow> flagged) {
        for (RejectedRow row : flagged) {
            lines.add(
                    wrapped(
                            QualityColumns.fileName(row.origin().file())
                                    + ", line "
                                    + Numbers.count(row.origin().line())
                                    + ": "
                                    + row.violations().getFirst().message()));
        }
    }

    private static Label title(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("card-title");
        return label;
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        return label;
    }

    private static Label muted(String text) {
        Label label = wrapped(text);
        label.getStyleClass().add("muted");
        return label;
    }
}
