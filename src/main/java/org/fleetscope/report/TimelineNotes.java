package org.fleetscope.report;

import java.util.List;
import org.fleetscope.model.TimeNote;
import org.fleetscope.series.FleetTimeline;

/** Notes that people wrote: marked on the timeline, and listed below it. */
final class TimelineNotes {
    private static final double TOP = 24;
    private static final double BOTTOM = 542;

    private TimelineNotes() {}

    static void marks(FleetTimeline timeline, List<TimeNote> notes, Html out) {
        for (TimeNote note : notes) {
            double left = TimelineLane.xOf(timeline, note.range().from());
            double right = TimelineLane.xOf(timeline, note.range().to());
            out.raw("<rect class=\"note\" x=\"" + Svg.at(left) + "\" y=\"" + Svg.at(TOP));
            out.raw("\" width=\"" + Svg.at(Math.max(1.5, right - left)));
            out.raw("\" height=\"" + Svg.at(BOTTOM - TOP) + "\"><title>");
            out.text(note.line()).raw("</title></rect>");
        }
    }

    static void list(List<TimeNote> notes, Html out) {
        if (notes.isEmpty()) {
            return;
        }
        out.raw("<table class=\"card notes\"><thead><tr>");
        out.element("th", "", "From (UTC)");
        out.element("th", "", "To");
        out.element("th", "", "On");
        out.element("th", "", "Note");
        out.raw("</tr></thead><tbody>");
        for (TimeNote note : notes) {
            boolean single = note.range().from() == note.range().to();
            out.raw("<tr>");
            out.element("td", "", TimeText.seconds(note.range().from()));
            out.element("td", "", single ? "" : TimeText.seconds(note.range().to()));
            out.element("td", "", note.subject().isEmpty() ? "the fleet" : note.subject());
            out.element("td", "", note.text());
            out.raw("</tr>\n");
        }
        out.raw("</tbody></table>\n");
    }
}
