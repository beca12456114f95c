package org.fleetscope.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.fleetscope.enrich.RunOutcomes;
import org.fleetscope.frame.Frame;

/**
 * Child process: one work on generated runs, {@code EngineWorkRun WORK ROWS AGENTS DAYS}. Prints
 * {@code name=value} lines: seconds of the first call in this process and median and quickest of
 * those that follow, each on a frame that has nothing computed yet, and CPU seconds beside them;
 * the same of DuckDB for aggregations, after both results were found equal; and the heap in MB.
 */
public final class EngineWorkRun {
    private static final int WARM_CALLS = 5;
    private static final int WARM_CALLS_OF_MANY = 3;
    private static final int MANY_ROWS = 5_000_000;

    /** Of the sums of a million values in another order. */
    private static final double ROUNDING = 1e-9;

    private EngineWorkRun() {}

    public static void main(String[] args) throws SQLException {
        EngineWork work = EngineWork.valueOf(args[0]);
        int rows = Integer.parseInt(args[1]);
        HeapWatch heap = HeapWatch.start();
        BenchFleet fleet =
                new BenchFleet(rows, Integer.parseInt(args[2]), Double.parseDouble(args[3]), 42);
        Frame frame = fleet.frame();
        RunOutcomes outcomes = work.isAggregation() ? RunOutcomes.unknown(0) : fleet.outcomes();
        List<double[]> measured = first(work, frame, outcomes);
        double[] warm = new double[calls(rows)];
        double[] warmCpu = new double[calls(rows)];
        int[] all = IntStream.range(0, rows).toArray();
        for (int i = 0; i < warm.length; i++) {
            // The same runs without what was derived from them.
            Frame fresh = frame.select(all);
            long begin = System.nanoTime();
            double cpuBegin = cpu();
            work.run(fresh, outcomes);
            warm[i] = seconds(begin);
            warmCpu[i] = cpu() - cpuBegin;
        }
        printAll("warm", warm, warmCpu);
        if (work.isAggregation()) {
            duckDb(work, frame, measured);
        }
        print("heap_mb", heap.peakUsed() / 1e6);
        print("heap_left_mb", heap.peakLeft() / 1e6);
    }

    /** Keeps nothing of the result but the measures, so that the heap is that of one at a time. */
    private static List<double[]> first(EngineWork work, Frame frame, RunOutcomes outcomes) {
        long begin = System.nanoTime();
        double cpuBegin = cpu();
        Object result = work.run(frame, outcomes);
        print("cold", seconds(begin));
        print("cold_cpu", cpu() - cpuBegin);
        return work.isAggregation() ? work.measured(result) : List.of();
    }

    private static void duckDb(EngineWork work, Frame frame, List<double[]> ours)
            throws SQLException {
        try (DuckDbRuns runs = new DuckDbRuns(frame)) {
            for (boolean id : new boolean[] {false, true}) {
                String name = id ? "duckdb_id" : "duckdb";
                long begin = System.nanoTime();
                List<double[]> theirs = runs.rows(work.sql(id), work.measureCount());
                print(name + "_cold", seconds(begin));
                if (id) {
                    requireEqual(ours, theirs);
                }
                double[] warm = new double[calls(frame.rows())];
                double[] warmCpu = new double[calls(frame.rows())];
                for (int i = 0; i < warm.length; i++) {
                    long warmBegin = System.nanoTime();
                    double cpuBegin = cpu();
                    runs.rows(work.sql(id), work.measureCount());
                    warm[i] = seconds(warmBegin);
                    warmCpu[i] = cpu() - cpuBegin;
                }
                printAll(name + "_warm", warm, warmCpu);
            }
        }
    }

    private static void requireEqual(List<double[]> ours, List<double[]> theirs) {
        if (ours.size() != theirs.size()) {
            throw new IllegalStateException(ours.size() + " groups, DuckDB has " + theirs.size());
        }
        for (int row = 0; row < ours.size(); row++) {
            for (int i = 0; i < ours.get(row).length; i++) {
                double a = ours.get(row)[i];
                double b = theirs.get(row)[i];
                boolean equal = Double.isNaN(a) ? Double.isNaN(b) : near(a, b);
                if (!equal) {
                    throw new IllegalStateException(
                            "group " + row + ", measure " + i + ": " + a + ", DuckDB has " + b);
                }
            }
        }
    }

    private static boolean near(double a, double b) {
        return Math.abs(a - b) <= ROUNDING * Math.max(1, Math.abs(b));
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static int calls(int rows) {
        return rows < MANY_ROWS ? WARM_CALLS : WARM_CALLS_OF_MANY;
    }

    /** Median and quickest call, and the median of their CPU time. */
    private static void printAll(String name, double[] calls, double[] cpu) {
        print(name, median(calls));
        print(name + "_best", Arrays.stream(calls).min().orElseThrow());
        print(name + "_cpu", median(cpu));
    }

    /** CPU seconds of this process so far, whatever else the machine does. */
    private static double cpu() {
        OperatingSystemMXBean system =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime() / 1e9;
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private static void print(String name, double value) {
        System.out.println(name + "=" + value);
    }
}
