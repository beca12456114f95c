package org.fleetscope.report;

import java.util.List;
import org.fleetscope.model.Unit;
import org.fleetscope.series.AgentRow;

/** All agents in scope. */
final class AgentsSection implements HtmlSection {
    private static final List<HtmlTable.Column> COLUMNS =
            List.of(
                    HtmlTable.Column.text("Agent"),
                    HtmlTable.Column.text("Type"),
                    HtmlTable.Column.text("Host"),
                    HtmlTable.Column.number("Runs"),
                    HtmlTable.Column.number("p50, ms"),
                    HtmlTable.Column.number("p95, ms"),
                    HtmlTable.Column.number("Change"),
                    HtmlTable.Column.text("Course"),
                    HtmlTable.Column.number("Accuracy"),
                    HtmlTable.Column.number("Success"),
                    HtmlTable.Column.number("Score"),
                    HtmlTable.Column.number("Anomalies"),
                    HtmlTable.Column.text("Worst"));

    @Override
    public String id() {
        return "agents";
    }

    @Override
    public String title() {
        return "Agents";
    }

    @Override
    public void write(ReportModel model, Html out) {
        out.element(
                "p",
                "hint",
                "Change compares the median latency of the second half of the scope with the first. "
                        + "Score is the mean performance score, 0 to 100.");
        HtmlTable table = new HtmlTable(out);
        table.start("agent-table", "Filter by agent, type, host", COLUMNS);
        for (AgentRow agent : model.agents()) {
            row(agent, table, out);
        }
        table.end();
    }

    private static void row(AgentRow agent, HtmlTable table, Html out) {
        table.startRow();
        table.text(agent.name())
                .text(agent.type())
                .text(agent.host())
                .number(Numbers.count(agent.runs()), (double) agent.runs())
                .number(Numbers.plain(agent.p50()), agent.p50())
                .number(Numbers.plain(agent.p95()), agent.p95())
                .number(Numbers.change(agent.latencyChange()), agent.latencyChange())
                .cell(agent.latencyChange(), () -> Sparkline.draw(agent.spark(), out))
                .number(Numbers.bare(agent.accuracy(), Unit.FRACTION), agent.accuracy())
                .number(Numbers.percent(agent.successRate()), agent.successRate())
                .number(Numbers.bare(agent.score(), Unit.SCORE), agent.score())
                .number(Numbers.count(agent.findings()), (double) agent.findings());
        table.cell(
                agent.worst(),
                () -> {
                    if (agent.findings() > 0) {
                        SeverityBadge.write(agent.worst(), out);
                    }
                });
        table.endRow();
    }
}
