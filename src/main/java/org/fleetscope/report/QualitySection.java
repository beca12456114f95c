package org.fleetscope.report;

import org.fleetscope.model.RuleSeverity;

/** What became of the rows read, and which rules they broke. */
final class QualitySection implements HtmlSection {
    @Override
    public String id() {
        return "quality";
    }

    @Override
    public String title() {
        return "Data quality";
    }

    @Override
    public void write(ReportModel model, Html out) {
        ReportModel.Counts counts = model.counts();
        out.raw("<div class=\"tiles\">");
        count("Rows read", counts.rowsRead(), out);
        count("Accepted", counts.accepted(), out);
        count("Quarantined", counts.rejected(), out);
        count("Already there", counts.skippedExisting(), out);
        out.raw("</div>\n");
        if (model.rules().isEmpty()) {
            out.element("p", "card", "No row broke a rule.");
            return;
        }
        out.raw(
                        "<div class=\"card table\"><table><thead><tr><th>Rule</th><th>Effect</th><th>Asks for</th>")
                .raw("<th class=\"num\">Rows</th></tr></thead><tbody>\n");
        for (ReportModel.RuleCount rule : model.rules()) {
            out.raw("<tr><td><code>").text(rule.rule()).raw("</code></td>");
            out.element(
                    "td", "", rule.severity() == RuleSeverity.ERROR ? "quarantined" : "flagged");
            out.element("td", "", rule.meaning());
            out.element("td", "num", Numbers.count(rule.rows())).raw("</tr>\n");
        }
        out.raw("</tbody></table></div>\n");
    }

    private static void count(String label, long value, Html out) {
        out.raw("<div class=\"card tile\">").element("div", "label", label);
        out.element("div", "value", Numbers.count(value)).raw("</div>");
    }
}
