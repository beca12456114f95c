package org.fleetscope.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fleetscope.frame.Frame;
import org.fleetscope.job.JobContext;

/** Any cut of a frame's runs: groups by one or more dimensions and takes measures of each group. */
public final class Pivot {
    private final Frame frame;
    private final RunColumns columns;
    private final long shift;

    /**
     * @param extra further columns by name, such as features, one value a run with NaN for missing
     */
    public Pivot(Frame frame, Map<String, double[]> extra) {
        this(frame, extra, 0);
    }

    /**
     * A pivot as if each run were recorded later than it was, so that its groups meet those of a
     * later period.
     *
     * @param extra further columns by name, such as features, one value a run with NaN for missing
     * @param shift added to the time of every run, µs
     */
    public Pivot(Frame frame, Map<String, double[]> extra, long shift) {
        this.frame = frame;
        this.columns = new RunColumns(frame, extra);
        this.shift = shift;
    }

    /**
     * Groups that have runs, sorted by the grouping values. O(rows · measures).
     *
     * @param by grouped by, the most significant first; all runs are one group without any
     * @throws IllegalArgumentException when a column is unknown (the message names those there
     *     are), or there are too many combinations to number
     */
    public PivotResult of(
            List<Grouping> by, List<Measure> measures, Success success, JobContext job) {
        Map<String, double[]> measured = new HashMap<>();
        for (Measure measure : measures) {
            String column = measure.column();
            if (column != null) {
                measured.put(column, columns.get(column));
            }
        }
        GroupCoding coding = new GroupCoding(frame, columns, shift);
        List<GroupCodes> codes = by.stream().map(coding::of).toList();
        GroupNumbers groups = GroupNumbers.of(codes, frame.rows());
        job.checkCancelled();
        double[][] results = new double[measures.size()][];
        List<Runnable> tasks = new ArrayList<>();
        measured.forEach((name, values) ->
                tasks.add(() -> ofColumn(name, values, groups, measures, results)));
        for (int m = 0; m < results.length; m++) {
            int at = m;
            if (!measures.get(m).function().ofColumn()) {
                tasks.add(() -> results[at] = counted(measures.get(at), groups, success));
            }
        }
        tasks.parallelStream()
                .forEach(task -> {
                    job.checkCancelled();
                    task.run();
                });
        return new PivotResult(by, measures, codes, groups.keys(), List.of(results));
    }

    /** All measures of one column. */
    private static void ofColumn(
            String name,
            double[] values,
            GroupNumbers groups,
            List<Measure> measures,
            double[][] results) {
        GroupedValues grouped = GroupedValues.of(groups.group(), groups.keys().length, values);
        for (int m = 0; m < results.length; m++) {
            if (name.equals(measures.get(m).column())) {
                results[m] = grouped.all(measures.get(m).function());
            }
        }
    }

    private static double[] counted(Measure measure, GroupNumbers groups, Success success) {
        int[] known = new int[groups.keys().length];
        if (measure.function() == Measure.Function.COUNT) {
            for (int group : groups.group()) {
                known[group]++;
            }
            return Arrays.stream(known).asDoubleStream().toArray();
        }
        int[] succeeded = new int[known.length];
        int[] group = groups.group();
        for (int row = 0; row < group.length; row++) {
            known[group[row]] += success.known(row) ? 1 : 0;
            succeeded[group[row]] += success.success(row) ? 1 : 0;
        }
        double[] rates = new double[known.length];
        Arrays.setAll(rates, g -> (double) succeeded[g] / known[g]);
        return rates;
    }
}
