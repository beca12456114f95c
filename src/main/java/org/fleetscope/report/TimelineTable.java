package org.fleetscope.report;

import java.util.List;
import org.fleetscope.model.Unit;
import org.fleetscope.series.FleetTimeline;

/** The timeline as a table; the chart's readout takes its numbers from here. */
final class TimelineTable {
    private static final List<String> HEADERS =
            List.of(
                    "Runs/min",
                    "Latency p50, ms",
                    "p95",
                    "p99",
                    "Accuracy",
                    "Low",
                    "Minor",
                    "Major",
                    "Critical");

    private TimelineTable() {}

    static void write(FleetTimeline timeline, Html out) {
        double[] rate = TimelineSection.perMinute(timeline);
        out.raw("<div class=\"scroll\"><table class=\"buckets\"><thead><tr><th>")
                .text("Start (UTC)")
                .raw("</th>");
        HEADERS.forEach(header -> out.element("th", "num", header));
        out.raw("</tr></thead><tbody>");
        for (int i = 0; i < timeline.start().length; i++) {
            out.raw("<tr><td>").text(TimeText.seconds(timeline.start()[i])).raw("</td>");
            out.element("td", "num", Numbers.plain(rate[i]));
            out.element("td", "num", Numbers.plain(timeline.p50()[i]));
            out.element("td", "num", Numbers.plain(timeline.p95()[i]));
            out.element("td", "num", Numbers.plain(timeline.p99()[i]));
            out.element("td", "num", Numbers.bare(timeline.accuracy()[i], Unit.FRACTION));
            for (int[] band : timeline.findings()) {
                out.element("td", "num", Numbers.count(band[i]));
            }
            out.raw("</tr>\n");
        }
        out.raw("</tbody></table></div>");
    }
}
