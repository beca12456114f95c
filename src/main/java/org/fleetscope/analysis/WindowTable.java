package org.fleetscope.analysis;

import java.math.BigInteger;
import java.util.UUID;
import org.fleetscope.frame.Frame;
import org.jspecify.annotations.Nullable;

/**
 * Aggregates of every agent in every window of one length that has runs, as columns; by agent code,
 * then window start. Immutable. See {@link WindowAggregation}.
 */
public final class WindowTable {
    private final WindowColumns columns;
    private final Frame frame;
    private final String successBasis;

    WindowTable(WindowColumns columns, Frame frame, String successBasis) {
        this.columns = columns;
        this.frame = frame;
        this.successBasis = successBasis;
    }

    /**
     * One window of one agent. Means, deviations, quantiles and rates are NaN when missing; a sum
     * without values is 0. Deviations are of the sample (n − 1), so NaN for one value.
     *
     * @param start first instant, µs UTC, a multiple of the length
     * @param end start of the next window, µs UTC
     * @param runs runs, whatever they lack
     * @param latencyCount runs with a latency, as the sums, mean and quantiles of it have
     * @param sumSqLatency sum of the squares of latency, ms²
     * @param totalNetworkBytes sum of network_bytes, null when no run has it
     * @param known runs with a known outcome
     * @param succeeded successes among them
     * @param successBasis {@link Success#RESULTS} or {@link Success#ACCURACY}
     */
    public record Row(
            long start,
            long end,
            UUID agentId,
            int runs,
            int latencyCount,
            double sumLatency,
            double sumSqLatency,
            double meanLatency,
            double sdLatency,
            double p50Latency,
            double p95Latency,
            double p99Latency,
            int accuracyCount,
            double sumAccuracy,
            double sumSqAccuracy,
            double meanAccuracy,
            double sdAccuracy,
            double meanCpu,
            double meanMemory,
            @Nullable BigInteger totalNetworkBytes,
            int known,
            int succeeded,
            double successRate,
            String successBasis,
            double performanceScore,
            double efficiencyRatio) {}

    public int size() {
        return columns.size;
    }

    /** Length of a window, µs. */
    public long window() {
        return columns.window;
    }

    /** Start of a row's window, µs UTC. */
    public long start(int i) {
        return columns.start[i];
    }

    /** Agent code of a row in the frame. */
    public int agent(int i) {
        return columns.agent[i];
    }

    public Row row(int i) {
        WindowColumns c = columns;
        return new Row(
                c.start[i],
                c.start[i] + c.window,
                frame.agents().get(c.agent[i]),
                c.runs[i],
                c.latency.count[i],
                c.latency.sum[i],
                c.latency.squares[i],
                c.latency.mean(i),
                c.latency.sd(i),
                c.p50[i],
                c.p95[i],
                c.p99[i],
                c.accuracy.count[i],
                c.accuracy.sum[i],
                c.accuracy.squares[i],
                c.accuracy.mean(i),
                c.accuracy.sd(i),
                c.cpu.mean(i),
                c.memory.mean(i),
                c.totalNetwork(i),
                c.known[i],
                c.succeeded[i],
                c.known[i] == 0 ? Double.NaN : (double) c.succeeded[i] / c.known[i],
                successBasis,
                c.performance.mean(i),
                c.efficiency.mean(i));
    }
}
