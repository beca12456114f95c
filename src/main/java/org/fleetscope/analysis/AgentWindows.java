package org.fleetscope.analysis;

import java.math.BigInteger;
import java.util.Arrays;
import org.fleetscope.frame.Frame;
import org.fleetscope.frame.Quantiles;
import org.fleetscope.model.AgentWindow;
import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.Times;

/**
 * One agent's runs in order, side by side, to be aggregated by windows from the shortest to the
 * longest.
 */
final class AgentWindows {
    private final int agent;
    private final int[] rows;
    private final long[] at;
    private final double[] latency;
    private final double[] sorted;
    private final double[] accuracy;
    private final double[] cpu;
    private final double[] memory;
    private final double[] performanceScore;
    private final double[] efficiencyRatio;
    private final long[] network;
    private final byte[] known;
    private final byte[] succeeded;

    AgentWindows(
            Frame frame, Success success, double[] performance, double[] efficiency, int agent) {
        this.agent = agent;
        rows =
                Arrays.copyOfRange(
                        frame.agentOrder(),
                        frame.agentStarts()[agent],
                        frame.agentStarts()[agent + 1]);
        at = gather(frame.recordedAt());
        network = gather(frame.networkBytes());
        latency = gather(frame.latencyMs());
        sorted = latency.clone();
        accuracy = gather(frame.accuracy());
        cpu = gather(frame.cpuUsage());
        memory = gather(frame.memoryMb());
        performanceScore = gather(performance);
        efficiencyRatio = gather(efficiency);
        known = new byte[rows.length];
        succeeded = new byte[rows.length];
        for (int i = 0; i < rows.length; i++) {
            known[i] = (byte) (success.known(rows[i]) ? 1 : 0);
            succeeded[i] = (byte) (success.success(rows[i]) ? 1 : 0);
        }
    }

    void fill(WindowColumns to, int firstWindow) {
        int window = firstWindow;
        int from = 0;
        while (from < rows.length) {
            long start = Times.floor(at[from], to.window);
            int end = from + 1;
            while (end < rows.length && at[end] < start + to.window) {
                end++;
            }
            to.start[window] = start;
            fill(to, window, from, end);
            window++;
            from = end;
        }
    }

    private void fill(WindowColumns to, int window, int from, int end) {
        to.agent[window] = agent;
        to.runs[window] = end - from;
        to.latency.set(window, latency, from, end);
        to.accuracy.set(window, accuracy, from, end);
        to.cpu.set(window, cpu, from, end);
        to.memory.set(window, memory, from, end);
        to.performance.set(window, performanceScore, from, end);
        to.efficiency.set(window, efficiencyRatio, from, end);
        // Sorted by the shorter windows before, and NaN goes last.
        Arrays.sort(sorted, from, end);
        int last = from + to.latency.count[window];
        to.quantiles[window] = quantiles(from, last);
        sumNetwork(to, window, from, end);
        for (int i = from; i < end; i++) {
            to.known[window] += known[i];
            to.succeeded[window] += succeeded[i];
        }
    }

    private AgentWindow.LatencyQuantiles quantiles(int from, int to) {
        return new AgentWindow.LatencyQuantiles(
                Quantiles.ofSorted(sorted, from, to, 0),
                Quantiles.ofSorted(sorted, from, to, 0.50),
                Quantiles.ofSorted(sorted, from, to, 0.95),
                Quantiles.ofSorted(sorted, from, to, 0.99),
                Quantiles.ofSorted(sorted, from, to, 1),
                QuantileSketch.ofSorted(sorted, from, to));
    }

    private void sumNetwork(WindowColumns to, int window, int from, int end) {
        long total = 0;
        boolean any = false;
        BigInteger carried = BigInteger.ZERO;
        for (int i = from; i < end; i++) {
            if (network[i] != KpiBatch.MISSING_LONG) {
                any = true;
                if (total > Long.MAX_VALUE - network[i]) {
                    carried = carried.add(BigInteger.valueOf(total));
                    total = 0;
                }
                total += network[i];
            }
        }
        to.network[window] = any && carried.signum() == 0 ? total : KpiBatch.MISSING_LONG;
        if (carried.signum() > 0) {
            to.largeNetwork.put(window, carried.add(BigInteger.valueOf(total)));
        }
    }

    private double[] gather(double[] column) {
        double[] own = new double[rows.length];
        for (int i = 0; i < own.length; i++) {
            own[i] = column[rows[i]];
        }
        return own;
    }

    private long[] gather(long[] column) {
        long[] own = new long[rows.length];
        for (int i = 0; i < own.length; i++) {
            own[i] = column[rows[i]];
        }
        return own;
    }
}
