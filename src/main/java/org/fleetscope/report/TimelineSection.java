package org.fleetscope.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.fleetscope.model.Severity;
import org.fleetscope.model.Times;
import org.fleetscope.series.FleetTimeline;

/**
 * The fleet over time: throughput, latency, accuracy and findings, on one time axis, and the same
 * as a table.
 */
final class TimelineSection implements HtmlSection {
    private static final double WIDTH = 1160;
    private static final double HEIGHT = 566;
    private static final double AXIS = 560;
    private static final int TIME_TICKS = 13;

    @Override
    public String id() {
        return "timeline";
    }

    @Override
    public String title() {
        return "Fleet timeline";
    }

    @Override
    public void write(ReportModel model, Html out) {
        FleetTimeline timeline = model.overview().timeline();
        if (timeline.start().length == 0) {
            out.element("p", "card", "No runs in scope.");
            return;
        }
        out.raw(
                "<div class=\"card chart\" data-left=\""
                        + Svg.at(TimelineLane.LEFT / WIDTH * 1000)
                        + "\" data-right=\""
                        + Svg.at(TimelineLane.RIGHT / WIDTH * 1000)
                        + "\">");
        out.raw("<svg viewBox=\"0 0 " + Svg.at(WIDTH) + " " + Svg.at(HEIGHT) + "\" role=\"img\"");
        out.attribute("aria-label", "Fleet timeline; the same numbers are in the table below");
        out.raw(">");
        axis(timeline, out);
        lanes(timeline, out);
        TimelineNotes.marks(timeline, model.notes(), out);
        out.raw(
                "</svg><div class=\"cursor\" hidden></div><div class=\"readout\" hidden></div></div>\n");
        TimelineNotes.list(model.notes(), out);
        out.raw("<details class=\"card\"><summary>")
                .text("The timeline as a table")
                .raw("</summary>");
        TimelineTable.write(timeline, out);
        out.raw("</details>\n");
    }

    private static void lanes(FleetTimeline timeline, Html out) {
        double[] zero = new double[timeline.start().length];
        double[] rate = perMinute(timeline);
        TimelineLane runs =
                new TimelineLane(timeline, 24, 80, TimelineLane.fromZero(List.of(rate), 3), out);
        runs.frame("Runs per minute", List.of());
        runs.bars(zero, rate, "runs");

        List<double[]> median = List.of(timeline.p50());
        TimelineLane middle =
                new TimelineLane(timeline, 140, 74, TimelineLane.fromZero(median, 3), out);
        middle.frame("Median latency, ms", List.of());
        middle.line(timeline.p50(), "p50");

        List<double[]> tails = List.of(timeline.p95(), timeline.p99());
        TimelineLane tail =
                new TimelineLane(timeline, 250, 110, TimelineLane.fromZero(tails, 4), out);
        tail.frame("Slow runs, latency in ms", List.of("p95", "p99"));
        tail.line(timeline.p99(), "p99");
        tail.line(timeline.p95(), "p95");

        List<double[]> means = List.of(timeline.accuracy());
        AxisScale accuracyScale =
                AxisScale.over(TimelineLane.min(means), Math.min(1, TimelineLane.max(means)), 2);
        TimelineLane accuracy = new TimelineLane(timeline, 396, 56, accuracyScale, out);
        boolean known = Arrays.stream(timeline.accuracy()).anyMatch(mean -> !Double.isNaN(mean));
        accuracy.frame(known ? "Mean accuracy" : "Mean accuracy: not in this data", List.of());
        accuracy.line(timeline.accuracy(), "accuracy");

        findings(timeline, zero, out);
    }

    private static void findings(FleetTimeline timeline, double[] zero, Html out) {
        double[] total = zero.clone();
        for (int[] band : timeline.findings()) {
            for (int i = 0; i < band.length; i++) {
                total[i] += band[i];
            }
        }
        TimelineLane lane =
                new TimelineLane(timeline, 488, 54, TimelineLane.fromZero(List.of(total), 2), out);
        lane.frame("Anomalies", List.of("low", "minor", "major", "critical"));
        double[] base = zero.clone();
        Severity[] bands = Severity.values();
        for (int band = 0; band < bands.length; band++) {
            double[] values = zero.clone();
            for (int i = 0; i < values.length; i++) {
                values[i] = timeline.findings().get(band)[i];
            }
            lane.bars(base, values, bands[band].name().toLowerCase(Locale.ROOT));
            for (int i = 0; i < values.length; i++) {
                base[i] += values[i];
            }
        }
    }

    static double[] perMinute(FleetTimeline timeline) {
        double minutes = (double) timeline.bucket() / Times.MINUTE;
        double[] rate = new double[timeline.runs().length];
        for (int i = 0; i < rate.length; i++) {
            rate[i] = timeline.runs()[i] / minutes;
        }
        return rate;
    }

    private static void axis(FleetTimeline timeline, Html out) {
        for (long tick : TimeTicks.in(timeline.range(), TIME_TICKS)) {
            double x = TimelineLane.xOf(timeline, tick);
            out.raw(
                    "<line class=\"grid\" x1=\""
                            + Svg.at(x)
                            + "\" x2=\""
                            + Svg.at(x)
                            + "\" y1=\"24\" y2=\"542\"/>");
            String side = x > TimelineLane.RIGHT - 20 ? "end" : "middle";
            out.raw(Svg.text(x, AXIS, "tick " + side)).text(TimeText.tick(tick)).raw("</text>");
        }
    }
}
