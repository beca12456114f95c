package org.fleetscope.report;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fleetscope.model.Finding;
import org.fleetscope.model.Metric;

/** The worst findings. */
final class FindingsSection implements HtmlSection {
    private static final int MOST = 1000;
    private static final List<HtmlTable.Column> COLUMNS =
            List.of(
                    HtmlTable.Column.text("Severity"),
                    HtmlTable.Column.text("Time (UTC)"),
                    HtmlTable.Column.text("Agent"),
                    HtmlTable.Column.text("Type"),
                    HtmlTable.Column.text("Host"),
                    HtmlTable.Column.text("Metric"),
                    HtmlTable.Column.number("Actual"),
                    HtmlTable.Column.number("Typical"),
                    HtmlTable.Column.number("Expected range"),
                    HtmlTable.Column.text("Detector"),
                    HtmlTable.Column.text("Source row"));

    @Override
    public String id() {
        return "anomalies";
    }

    @Override
    public String title() {
        return "Anomalies";
    }

    @Override
    public void write(ReportModel model, Html out) {
        List<Finding> findings = model.findings();
        if (findings.isEmpty()) {
            out.element("p", "card", "No anomalies were found with these settings.");
            return;
        }
        if (findings.size() > MOST) {
            out.element(
                    "p",
                    "hint",
                    "The "
                            + Numbers.count(MOST)
                            + " most severe of "
                            + Numbers.count(findings.size())
                            + " anomalies. The full list is in findings.csv, which the report's CSV format writes.");
        }
        Map<UUID, String> names = AgentNames.of(model.agents());
        HtmlTable table = new HtmlTable(out);
        table.start("findings", "Filter by agent, host, metric, …", COLUMNS);
        for (Finding finding : findings.subList(0, Math.min(MOST, findings.size()))) {
            row(finding, AgentNames.name(names, finding.agentId()), table, out);
        }
        table.end();
    }

    private static void row(Finding finding, String agent, HtmlTable table, Html out) {
        Metric metric = Numbers.metric(finding.metric());
        table.startRow();
        table.cell(finding.severity(), () -> SeverityBadge.write(finding.severity(), out))
                .text(TimeText.seconds(finding.recordedAt()))
                .text(agent)
                .text(finding.agentType())
                .text(finding.host() == null ? Numbers.MISSING : finding.host())
                .text(metric.label())
                .number(Numbers.of(finding.actual(), metric.unit()), finding.actual())
                .number(Numbers.of(finding.typical(), metric.unit()), finding.typical())
                .number(
                        Numbers.bare(finding.lower(), metric.unit())
                                + " … "
                                + Numbers.bare(finding.upper(), metric.unit()),
                        finding.upper() - finding.lower())
                .text(finding.detector())
                .text(
                        fileName(finding.origin().file()) + ":" + finding.origin().line(),
                        finding.origin().file() + ":" + finding.origin().line());
        table.endRow();
    }

    /** What follows the last separator of either kind; the path may come from another system. */
    private static String fileName(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }
}
