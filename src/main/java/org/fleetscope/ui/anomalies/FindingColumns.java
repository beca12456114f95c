package org.fleetscope.ui.anomalies;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javafx.scene.control.TableColumn;
import org.fleetscope.model.Finding;
import org.fleetscope.ui.control.Cells;
import org.fleetscope.ui.control.SeverityBadge;
import org.fleetscope.ui.support.MetricText;
import org.fleetscope.ui.support.TimeText;

/** The columns of the list of findings; each knows by its user data what it sorts by. */
final class FindingColumns {
    private final Function<UUID, String> names;
    private final TimeText times;

    FindingColumns(Function<UUID, String> names, TimeText times) {
        this.names = names;
        this.times = times;
    }

    List<TableColumn<Finding, ?>> all() {
        TableColumn<Finding, Double> severity =
                Cells.node(
                        "Severity",
                        110,
                        Finding::severity,
                        SeverityBadge::new,
                        (badge, score) -> badge.show(score, true));
        return List.of(
                sorts(severity, FindingColumn.SEVERITY),
                sorts(
                        Cells.text("Time", 126, finding -> times.brief(finding.recordedAt())),
                        FindingColumn.TIME),
                sorts(
                        Cells.text("Agent", 160, finding -> names.apply(finding.agentId())),
                        FindingColumn.AGENT),
                sorts(
                        Cells.text(
                                "Metric",
                                76,
                                finding -> MetricText.metric(finding.metric()).label()),
                        FindingColumn.METRIC),
                sorts(value("Actual", MetricText::actual), FindingColumn.ACTUAL),
                sorts(value("Typical", MetricText::typical), FindingColumn.TYPICAL),
                sorts(Cells.text("Detector", 76, Finding::detector), FindingColumn.DETECTOR),
                sorts(
                        Cells.text(
                                "Host",
                                110,
                                finding -> finding.host() == null ? "" : finding.host()),
                        FindingColumn.HOST));
    }

    private static TableColumn<Finding, String> value(
            String title, Function<Finding, String> text) {
        TableColumn<Finding, String> column = Cells.text(title, 72, text);
        column.getStyleClass().add("number-column");
        return column;
    }

    private static TableColumn<Finding, ?> sorts(TableColumn<Finding, ?> column, FindingColumn by) {
        column.setUserData(by);
        return column;
    }
}
