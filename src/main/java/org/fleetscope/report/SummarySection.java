package org.fleetscope.report;

import org.fleetscope.model.Unit;
import org.fleetscope.series.Tile;

/** What the report says in words, and the headline numbers. */
final class SummarySection implements HtmlSection {
    @Override
    public String id() {
        return "summary";
    }

    @Override
    public String title() {
        return "Summary";
    }

    @Override
    public void write(ReportModel model, Html out) {
        out.raw("<div class=\"card words\"><ul>");
        for (String sentence : ReportSummary.sentences(model)) {
            out.element("li", "", sentence);
        }
        out.raw("</ul></div>\n<div class=\"tiles\">\n");
        for (Tile tile : model.overview().tiles()) {
            tile(tile, out);
        }
        out.raw("</div>\n");
    }

    private static void tile(Tile tile, Html out) {
        out.raw("<div class=\"card tile\">").element("div", "label", tile.label());
        out.element("div", "value", value(tile)).raw("<div class=\"note\">");
        double change = tile.value() / tile.previous() - 1;
        if (Double.isFinite(change)) {
            out.element(
                    "span",
                    "change " + judgement(change, tile.goodWhenHigh()),
                    Numbers.change(change));
            out.text(tile.note().isEmpty() ? " vs. the period before" : " · " + tile.note());
        } else {
            out.text(tile.note());
        }
        out.raw("</div>");
        Sparkline.draw(tile.spark(), out);
        out.raw("</div>\n");
    }

    private static String value(Tile tile) {
        return tile.unit() == Unit.FRACTION && tile.id().endsWith("rate")
                ? Numbers.percent(tile.value())
                : Numbers.of(tile.value(), tile.unit());
    }

    private static String judgement(double change, int goodWhenHigh) {
        double good = change * goodWhenHigh;
        return good > 0 ? "good" : good < 0 ? "bad" : "";
    }
}
