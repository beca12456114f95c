package org.fleetscope.report;

import org.fleetscope.model.RuleSeverity;

/** What became of the rows read, and which rules they broke. */
final class QualitySection implements HtmlSection {
    /** Repaired rows shown; the CSV beside the report has more. */
    private static final int SHOWN = 20;

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
        count("Of them repaired", counts.repaired(), out);
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
        repaired(model, out);
    }

    private static void repaired(ReportModel model, Html out) {
        if (model.repaired().isEmpty()) {
            return;
        }
        long all = model.counts().repaired();
        int shown = Math.min(SHOWN, model.repaired().size());
        out.element(
                "p",
                "card",
                Numbers.count(all)
                        + (all == 1 ? " rejected row was" : " rejected rows were")
                        + " repaired and counted as accepted since. The originals are kept"
                        + (shown < all ? "; the first " + shown + ":" : ":"));
        out.raw("<div class=\"card table\"><table><thead><tr><th>File and line</th><th>Rules</th>")
                .raw(
                        "<th>Original</th><th>Repaired</th><th>When (UTC), by</th></tr></thead><tbody>\n");
        for (ReportModel.RepairedRow row : model.repaired().subList(0, shown)) {
            out.raw("<tr>").element("td", "path", row.origin().file() + ":" + row.origin().line());
            out.raw("<td><code>").text(String.join(", ", row.rules())).raw("</code></td>");
            out.raw("<td><code>").text(row.original()).raw("</code></td>");
            out.raw("<td><code>").text(row.repaired()).raw("</code></td>");
            out.element("td", "", TimeText.minutes(row.repairedAt()) + ", " + row.repairedBy())
                    .raw("</tr>\n");
        }
        out.raw("</tbody></table></div>\n");
    }

    private static void count(String label, long value, Html out) {
        out.raw("<div class=\"card tile\">").element("div", "label", label);
        out.element("div", "value", Numbers.count(value)).raw("</div>");
    }
}
