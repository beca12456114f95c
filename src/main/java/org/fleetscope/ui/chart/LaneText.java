package org.fleetscope.ui.chart;

import org.fleetscope.model.Finding;
import org.fleetscope.model.Severity;
import org.fleetscope.series.Lanes;
import org.fleetscope.ui.support.MetricText;
import org.fleetscope.ui.support.Numbers;
import org.fleetscope.ui.support.TimeText;

/** Cells of lanes in words. */
public final class LaneText {
    private LaneText() {}

    /** Name, stretch of time, worst finding and how many, each a line. */
    public static String of(Lanes lanes, int lane, int bucket, TimeText times) {
        Lanes.Lane of = lanes.lanes().get(lane);
        String head =
                of.name()
                        + ", "
                        + times.range(lanes.stretch(bucket))
                        + ' '
                        + times.zoneName()
                        + '\n';
        int runs = of.runs()[bucket];
        String counted = runs == 1 ? "1 run" : Numbers.count(runs) + " runs";
        return head
                + lanes.worst(lane, bucket)
                        .map(worst ->
                                worst(worst)
                                        + '\n'
                                        + findings(of.counts()[bucket])
                                        + " in "
                                        + counted)
                        .orElse(runs == 0 ? "No run" : "No finding in " + counted);
    }

    /** All lanes in one sentence. */
    static String summary(Lanes lanes) {
        long found = lanes.lanes().stream().filter(lane -> lane.count() > 0).count();
        return "Swim lanes of "
                + Numbers.count(lanes.lanes().size())
                + ' '
                + lanes.by().label().toLowerCase(java.util.Locale.ROOT)
                + ", "
                + Numbers.count(found)
                + " with findings. Arrow keys move from cell to cell, Enter opens one.";
    }

    static String worst(Finding finding) {
        return Severity.of(finding.severity()).label()
                + ' '
                + Numbers.fixed(finding.severity(), 0)
                + ": "
                + MetricText.sentence(finding);
    }

    private static String findings(int count) {
        return count == 1 ? "1 finding" : Numbers.count(count) + " findings";
    }
}
