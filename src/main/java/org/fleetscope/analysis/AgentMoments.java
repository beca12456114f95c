package org.fleetscope.analysis;

import java.util.Arrays;
import org.fleetscope.frame.Frame;
import org.fleetscope.model.TimeRange;

/**
 * Count, mean and sample standard deviation of a metric per agent; missing values are left out.
 * Sums run over distances from the agent's first value and the squares over distances from the
 * mean, so that large values lose no digits and equal values have a deviation of exactly 0.
 *
 * @param count values, by agent code
 * @param mean NaN without a value
 * @param sd NaN with fewer than two values
 */
record AgentMoments(int[] count, double[] mean, double[] sd) {

    /** Moments over the runs of a range. Two passes, O(rows). */
    static AgentMoments of(Frame frame, double[] values, TimeRange range) {
        return of(frame.agents().size(), frame.agent(), frame.recordedAt(), values, range);
    }

    /** As above, of the runs of one agent alone, which has the code 0 in the result. */
    static AgentMoments ofAgent(Frame frame, double[] values, int agent, TimeRange range) {
        int[] rows = AgentRuns.within(frame, agent, range);
        double[] own = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            own[i] = values[rows[i]];
        }
        return of(1, new int[rows.length], new long[rows.length], own, TimeRange.ALL);
    }

    private static AgentMoments of(
            int agents, int[] agent, long[] at, double[] values, TimeRange range) {
        int[] count = new int[agents];
        double[] first = new double[agents];
        double[] mean = new double[agents];
        for (int row = 0; row < values.length; row++) {
            double value = values[row];
            if (!Double.isNaN(value) && at[row] >= range.from() && at[row] < range.to()) {
                int a = agent[row];
                if (count[a]++ == 0) {
                    first[a] = value;
                }
                mean[a] += value - first[a];
            }
        }
        for (int a = 0; a < agents; a++) {
            mean[a] = count[a] == 0 ? Double.NaN : first[a] + mean[a] / count[a];
        }
        double[] squares = new double[agents];
        double[] rest = new double[agents];
        for (int row = 0; row < values.length; row++) {
            double value = values[row];
            if (!Double.isNaN(value) && at[row] >= range.from() && at[row] < range.to()) {
                int a = agent[row];
                double distance = value - mean[a];
                squares[a] += distance * distance;
                rest[a] += distance;
            }
        }
        return new AgentMoments(count, mean, deviations(count, squares, rest));
    }

    /**
     * The second sum is what rounding left in the mean (Chan, Golub and LeVeque 1983, corrected
     * two-pass).
     */
    private static double[] deviations(int[] count, double[] squares, double[] rest) {
        double[] sd = new double[count.length];
        Arrays.fill(sd, Double.NaN);
        for (int a = 0; a < count.length; a++) {
            if (count[a] > 1) {
                double sum = squares[a] - rest[a] * rest[a] / count[a];
                sd[a] = Math.sqrt(Math.max(0, sum) / (count[a] - 1));
            }
        }
        return sd;
    }
}
