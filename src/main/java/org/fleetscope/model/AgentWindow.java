package org.fleetscope.model;

import java.math.BigInteger;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The runs of one agent in one window of time, summed up so that a coarser window is the merge of
 * those in it. Times in µs UTC.
 *
 * @param start first instant, a multiple of the length
 * @param end start of the next window
 * @param runs runs, whatever they lack
 * @param latency of latency_ms
 * @param quantiles of latency_ms, NaN each without a value
 * @param totalNetworkBytes sum of network_bytes, beyond a long too; null when no run has it
 */
public record AgentWindow(
        long start,
        long end,
        UUID agentId,
        int runs,
        Spread latency,
        LatencyQuantiles quantiles,
        Spread accuracy,
        Average cpu,
        Average memory,
        @Nullable BigInteger totalNetworkBytes,
        Outcomes outcomes,
        Average performanceScore,
        Average efficiencyRatio) {
    public AgentWindow {
        if (start >= end || runs < 1) {
            throw new IllegalArgumentException(
                    "a window of " + runs + " runs from " + start + " to " + end);
        }
    }

    /**
     * Count and sum of the values there are; both add up over windows.
     *
     * @param sum 0 without a value
     */
    public record Average(int count, double sum) {
        /** NaN without a value. */
        public double mean() {
            return count == 0 ? Double.NaN : sum / count;
        }
    }

    /**
     * Count, sum and sum of squares of the values there are; all three add up over windows.
     *
     * @param sd of the sample (n − 1), NaN with fewer than two values; kept beside the sums, which
     *     would lose the digits of large values
     */
    public record Spread(int count, double sum, double sumOfSquares, double sd) {
        /** NaN without a value. */
        public double mean() {
            return count == 0 ? Double.NaN : sum / count;
        }
    }

    /**
     * Extremes and quantiles of type 7, exact for this window.
     *
     * @param sketch that quantiles of coarser windows are merged from, see {@code QuantileSketch};
     *     empty without a value. Not copied: nobody changes it
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared; a million wrappers would be costly.
    public record LatencyQuantiles(
            double min, double p50, double p95, double p99, double max, byte[] sketch) {}

    /**
     * @param known runs with a known outcome
     * @param succeeded successes among them
     * @param basis "results" or "accuracy": what outcomes were taken from
     */
    public record Outcomes(int known, int succeeded, String basis) {
        public Outcomes {
            if (succeeded > known) {
                throw new IllegalArgumentException(succeeded + " successes of " + known);
            }
        }

        /** Successes / known outcomes, 0..1; NaN without one. */
        public double successRate() {
            return known == 0 ? Double.NaN : (double) succeeded / known;
        }
    }
}
