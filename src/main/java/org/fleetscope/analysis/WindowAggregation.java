package org.fleetscope.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.fleetscope.frame.Frame;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.Times;

/**
 * Aggregates runs by agent and by windows aligned to UTC. Counts and sums of any window are the
 * sums of those of the finer windows in it (sums to the rounding of addition); quantiles are exact,
 * type 7, and beside them stands the {@link QuantileSketch} that those of other windows merge from.
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
        // Computed before the threads start, so that they don't all wait for the first.
        frame.agentOrder();
        int[][] starts = new int[WINDOWS.length][frame.agents().size() + 1];
        eachAgent(job, agent -> count(agent, starts));
        WindowColumns[] columns = new WindowColumns[WINDOWS.length];
        for (int w = 0; w < WINDOWS.length; w++) {
            Arrays.parallelPrefix(starts[w], Integer::sum);
            columns[w] = new WindowColumns(WINDOWS[w], starts[w][starts[w].length - 1]);
        }
        eachAgent(
                job,
                agent -> {
                    AgentWindows runs =
                            new AgentWindows(frame, success, performance, efficiency, agent);
                    for (int w = 0; w < WINDOWS.length; w++) {
                        runs.fill(columns[w], starts[w][agent]);
                    }
                });
        return Arrays.stream(columns).map(c -> new WindowTable(c, frame, success.basis())).toList();
    }

    private void eachAgent(JobContext job, IntConsumer work) {
        IntStream.range(0, frame.agents().size())
                .parallel()
                .forEach(agent -> {
                    job.checkCancelled();
                    work.accept(agent);
                });
    }

    /** Counts an agent's windows of each length, into the entry after the agent's. */
    private void count(int agent, int[][] counts) {
        int[] order = frame.agentOrder();
        int[] starts = frame.agentStarts();
        long[] at = frame.recordedAt();
        long[] end = new long[WINDOWS.length];
        Arrays.fill(end, Long.MIN_VALUE);
        for (int i = starts[agent]; i < starts[agent + 1]; i++) {
            long time = at[order[i]];
            for (int w = 0; w < WINDOWS.length; w++) {
                if (time >= end[w]) {
                    counts[w][agent + 1]++;
                    end[w] = Times.floor(time, WINDOWS[w]) + WINDOWS[w];
                }
            }
        }
    }
}
