package org.fleetscope.report;

import java.util.List;

/** A table that can be sorted and filtered. Cells are written in the order of the columns. */
final class HtmlTable {
    /** A column; numbers stand right. */
    record Column(String title, boolean number) {
        static Column text(String title) {
            return new Column(title, false);
        }

        static Column number(String title) {
            return new Column(title, true);
        }
    }

    private final Html out;

    HtmlTable(Html out) {
        this.out = out;
    }

    void start(String id, String filterHint, List<Column> columns) {
        out.raw(
                "<div class=\"card table\"><div class=\"tools\"><input type=\"search\" data-filter=\""
                        + id
                        + "\"");
        out.attribute("placeholder", filterHint).attribute("aria-label", filterHint);
        out.raw(
                "><span class=\"shown\"></span></div><div class=\"scroll\"><table class=\"sortable\" id=\""
                        + id
                        + "\"><thead><tr>");
        for (Column column : columns) {
            out.raw(
                    "<th scope=\"col\""
                            + (column.number() ? " class=\"num\"" : "")
                            + "><button type=\"button\">");
            out.text(column.title()).raw("</button></th>");
        }
        out.raw("</tr></thead><tbody>\n");
    }

    void startRow() {
        out.raw("<tr>");
    }

    HtmlTable text(String text) {
        out.element("td", "", text);
        return this;
    }

    /** A text cut short, and the whole of it for whoever points at it. */
    HtmlTable text(String shown, String whole) {
        out.raw("<td").attribute("title", whole).raw(">").text(shown).raw("</td>");
        return this;
    }

    /** A number as shown, and the value it is sorted by; NaN sorts last. */
    HtmlTable number(String text, double value) {
        out.raw("<td class=\"num\"");
        if (!Double.isNaN(value)) {
            out.attribute("data-v", Double.toString(value));
        }
        out.raw(">").text(text).raw("</td>");
        return this;
    }

    /** A cell with markup of our own. */
    HtmlTable cell(double value, Runnable content) {
        out.raw("<td").attribute("data-v", Double.toString(value)).raw(">");
        content.run();
        out.raw("</td>");
        return this;
    }

    void endRow() {
        out.raw("</tr>\n");
    }

    void end() {
        out.raw("</tbody></table></div></div>\n");
    }
}
