package org.fleetscope.enrich;

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
        int runs = 0;
        int from = frame.agentStarts()[agent];
        for (int i = from; i < frame.agentStarts()[agent + 1]; i++) {
            int other = frame.agentOrder()[i];
            long at = frame.recordedAt()[other];
            if (at > until - Times.HOUR && at <= until && !Double.isNaN(values(frame)[other])) {
                runs++;
            }
        }
        double slope = slopes(input)[row];
        return runs
                + " runs of the agent with a "
                + metric
                + " in the hour up to this run"
                + (runs < TrailingSlope.FEWEST
                        ? ", " + TrailingSlope.FEWEST + " are needed"
                        : Double.isNaN(slope)
                                ? ", no slope can be told"
                                : ": " + Numbers.text(slope, (unit + " per hour").strip()));
    }
}
