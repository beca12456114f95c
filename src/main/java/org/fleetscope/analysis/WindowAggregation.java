package org.fleetscope.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.fleetscope.frame.Frame;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.Times;

/**
 * Aggregates runs by agent and by windows aligned to UTC. Counts and sums of any window are the
 * sums of those of the finer windows in it (sums to the rounding of addition); quantiles are exact,
 * type 7.
 */
public final class WindowAggregation {
    /** Lengths of the windows that are stored: 1 min, 5 min, 1 h, 1 d, in µs. */
    private static final long[] WINDOWS = {Times.MINUTE, 5 * Times.MINUTE, Times.HOUR, Times.DAY};

    private final Frame frame;
    private final Success success;
    private final double[] performance;
    private final double[] efficiency;

    private WindowAggregation(
            Frame frame, Success success, double[] performance, double[] efficiency) {
        this.frame = frame;
        this.success = success;
        this.performance = performance;
        this.efficiency = efficiency;
    }

    /**
     * Aggregates by each of the four stored windows, the shortest first. O(rows · log(rows of a
     * window)).
     *
     * @param performance performance_score of every run, NaN where missing
     * @param efficiency efficiency_ratio of every run, NaN where missing
     */
    public static List<WindowTable> of(
            Frame frame,
            Success success,
            double[] performance,
            double[] efficiency,
            JobContext job) {
        if (performance.length != frame.rows() || efficiency.length != frame.rows()) {
            throw new IllegalArgumentException(
                    "features of "
                            + performance.length
                            + " and "
                            + efficiency.length
                            + " runs for a frame of "
                            + frame.rows());
        }
        return new WindowAggregation(frame, success, performance, efficiency).tables(job);
    }

    private List<WindowTable> tables(JobContext job) {
        int[][] starts = new int[WINDOWS.length][];
        WindowColumns[] columns = new WindowColumns[WINDOWS.length];
        for (int w = 0; w < WINDOWS.length; w++) {
            starts[w] = firstRows(WINDOWS[w]);
            columns[w] = new WindowColumns(WINDOWS[w], starts[w][starts[w].length - 1]);
        }
        IntStream.range(0, frame.agents().size())
                .parallel()
                .forEach(agent -> {
                    job.checkCancelled();
                    Runs runs = new Runs(agent);
                    for (int w = 0; w < WINDOWS.length; w++) {
                        runs.fill(columns[w], starts[w][agent]);
                    }
                });
        return Arrays.stream(columns).map(c -> new WindowTable(c, frame, success.basis())).toList();
    }

    /** Where each agent's windows start in the table; the last entry is the number of all. */
    private int[] firstRows(long window) {
        int[] order = frame.agentOrder();
        int[] starts = frame.agentStarts();
        int[] first = new int[starts.length];
        for (int agent = 0; agent + 1 < starts.length; agent++) {
            int windows = 0;
            long end = Long.MIN_VALUE;
            for (int i = starts[agent]; i < starts[agent + 1]; i++) {
                long at = frame.recordedAt()[order[i]];
                if (at >= end) {
                    windows++;
                    end = Times.floor(at, window) + window;
                }
            }
            first[agent + 1] = first[agent] + windows;
        }
        return first;
    }

    /** One agent's runs in order, side by side. */
    private final class Runs {
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

        Runs(int agent) {
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
            to.p50[window] = Quantiles.ofSorted(sorted, from, last, 0.50);
            to.p95[window] = Quantiles.ofSorted(sorted, from, last, 0.95);
            to.p99[window] = Quantiles.ofSorted(sorted, from, last, 0.99);
            to.network[window] = totalNetwork(from, end);
            for (int i = from; i < end; i++) {
                to.known[window] += success.known(rows[i]) ? 1 : 0;
                to.succeeded[window] += success.success(rows[i]) ? 1 : 0;
            }
        }

        private long totalNetwork(int from, int end) {
            long total = KpiBatch.MISSING_LONG;
            for (int i = from; i < end; i++) {
                if (network[i] != KpiBatch.MISSING_LONG) {
                    total =
                            total == KpiBatch.MISSING_LONG
                                    ? network[i]
                                    : saturatedSum(total, network[i]);
                }
            }
            return total;
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

    /** Sum of two counts of bytes, which ends at the largest long instead of turning negative. */
    private static long saturatedSum(long a, long b) {
        long sum = a + b;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }
}
