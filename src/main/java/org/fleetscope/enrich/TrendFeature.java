package org.fleetscope.enrich;

import java.util.Arrays;
import java.util.List;
import org.fleetscope.frame.Frame;
import org.fleetscope.model.Times;

/** Where a metric of the agent has been heading during the last hour. */
abstract class TrendFeature extends DeclaredFeature {
    private final String metric;
    private final String unit;

    /**
     * @param unit of the metric, empty for a number without one
     */
    TrendFeature(String id, String metric, String unit) {
        super(
                id,
                "least-squares slope of "
                        + metric
                        + " over the agent's runs in (t − 1 h, t], this one included, at least "
                        + TrailingSlope.FEWEST
                        + " runs",
                "any number, " + (unit + " per hour").strip() + "; 0 = level",
                List.of(metric, "recorded_at", "agent_id"));
        this.metric = metric;
        this.unit = unit;
    }

    /** The metric in the workspace's frame. */
    abstract double[] values(Frame frame);

    /** The metric's slopes by row of the scope. */
    abstract double[] slopes(EnrichInput input);

    @Override
    public final FeatureColumn compute(EnrichInput input) {
        return new FeatureColumn.Doubles(slopes(input));
    }

    @Override
    public final String why(int row, EnrichInput input) {
        Frame frame = input.workspace();
        int own = input.workspaceRow(row);
        long until = frame.recordedAt()[own];
        int agent = frame.agent()[own];
        double[] values = values(frame);
        int[] order = frame.agentOrder();
        int[] rows =
                Arrays.stream(order, frame.agentStarts()[agent], frame.agentStarts()[agent + 1])
                        .filter(other ->
                                frame.recordedAt()[other] > until - Times.HOUR
                                        && frame.recordedAt()[other] <= until
                                        && !Double.isNaN(values[other]))
                        .toArray();
        String runs =
                rows.length + " runs of the agent with a " + metric + " in the hour up to this run";
        if (rows.length < TrailingSlope.FEWEST) {
            return runs + ", " + TrailingSlope.FEWEST + " are needed";
        }
        if (Double.isNaN(slopes(input)[row])) {
            return runs + ", no slope can be told";
        }
        return runs + ": " + sums(rows, frame.recordedAt(), values);
    }

    /** The two sums whose quotient the slope is. */
    private String sums(int[] rows, long[] at, double[] values) {
        long last = at[rows[rows.length - 1]];
        double meanX =
                Arrays.stream(rows).mapToDouble(r -> hours(at[r] - last)).average().orElseThrow();
        double meanY = Arrays.stream(rows).mapToDouble(r -> values[r]).average().orElseThrow();
        double xy = 0;
        double xx = 0;
        for (int r : rows) {
            double x = hours(at[r] - last) - meanX;
            xy += x * (values[r] - meanY);
            xx += x * x;
        }
        return "mean "
                + Numbers.text(meanY, unit).strip()
                + " at a mean age of "
                + Numbers.text(-60 * meanX, "min")
                + ", sum of products of the deviations from both "
                + Numbers.text(xy, (unit + " h").strip())
                + " over sum of squares of the ages' "
                + Numbers.text(xx, "h²")
                + " is "
                + Numbers.text(xy / xx, (unit + " per hour").strip());
    }

    private static double hours(long micros) {
        return (double) micros / Times.HOUR;
    }
}
