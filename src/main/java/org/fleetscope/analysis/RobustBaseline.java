package org.fleetscope.analysis;

import java.util.Arrays;
import org.fleetscope.frame.Frame;
import org.fleetscope.frame.Quantiles;
import org.fleetscope.model.TimeRange;
import org.fleetscope.model.Times;
import org.jspecify.annotations.Nullable;

/**
 * An agent's usual log latency by hour of the UTC day, and the spread around it. An hour with fewer
 * than {@value #FEWEST} baseline runs has the median of all of the agent's; an agent with fewer
 * than that has no baseline, nor has one whose spread is 0.
 *
 * @param median by hour, the median of ln(latency / ms)
 * @param centre median of the residuals from those medians
 * @param spread median absolute deviation of the residuals from {@code centre}, &gt; 0
 */
record RobustBaseline(double[] median, double centre, double spread) {
    static final int FEWEST = 20;

    /** Factor that makes the median absolute deviation of a normal sample a standard deviation. */
    static final double NORMAL = 0.6745;

    private static final int HOURS = 24;

    /** Residuals over spread, as a normal score (Iglewicz and Hoaglin 1993). */
    double score(double logLatency, int hour) {
        return NORMAL * (logLatency - median[hour] - centre) / spread;
    }

    /** Log latency whose score in an hour is {@code score}. */
    double at(int hour, double score) {
        return median[hour] + centre + score * spread / NORMAL;
    }

    static int hour(long recordedAt) {
        return (int) (Math.floorMod(recordedAt, Times.DAY) / Times.HOUR);
    }

    /**
     * Baseline of an agent; null when it has none. O(runs).
     *
     * @param logs ln(latency) of every run of the agent in its order, NaN where missing
     * @param range runs to learn from
     */
    static @Nullable RobustBaseline of(Frame frame, int agent, double[] logs, TimeRange range) {
        int start = frame.agentStarts()[agent];
        int from = AgentRuns.firstAt(frame, agent, range.from());
        int to = AgentRuns.firstAt(frame, agent, range.to());
        int[] ends = new int[HOURS + 1];
        byte[] hours = new byte[to - from];
        for (int i = from; i < to; i++) {
            hours[i - from] = (byte) hour(frame.recordedAt()[frame.agentOrder()[i]]);
            if (!Double.isNaN(logs[i - start])) {
                ends[hours[i - from] + 1]++;
            }
        }
        for (int h = 0; h < HOURS; h++) {
            ends[h + 1] += ends[h];
        }
        int n = ends[HOURS];
        if (n < FEWEST) {
            return null;
        }
        double[] grouped = new double[n];
        int[] next = Arrays.copyOf(ends, HOURS);
        for (int i = from; i < to; i++) {
            double log = logs[i - start];
            if (!Double.isNaN(log)) {
                grouped[next[hours[i - from]]++] = log;
            }
        }
        return of(grouped, ends);
    }

    /**
     * {@code ends[h]} is where hour h starts in {@code grouped}, and where the hour before ends.
     */
    private static @Nullable RobustBaseline of(double[] grouped, int[] ends) {
        int n = grouped.length;
        double[] median = new double[HOURS];
        double overall = Double.NaN;
        for (int h = 0; h < HOURS; h++) {
            if (ends[h + 1] - ends[h] < FEWEST) {
                if (Double.isNaN(overall)) {
                    overall = Quantiles.median(grouped.clone(), 0, n);
                }
                median[h] = overall;
            } else {
                median[h] = Quantiles.median(grouped, ends[h], ends[h + 1]);
            }
        }
        for (int h = 0; h < HOURS; h++) {
            for (int i = ends[h]; i < ends[h + 1]; i++) {
                grouped[i] -= median[h];
            }
        }
        double centre = Quantiles.median(grouped, 0, n);
        for (int i = 0; i < n; i++) {
            grouped[i] = Math.abs(grouped[i] - centre);
        }
        double spread = Quantiles.median(grouped, 0, n);
        return spread > 0 ? new RobustBaseline(median, centre, spread) : null;
    }
}
