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
        LongGroups groups = new LongGroups();
        int[] group = number(codes, groups);
        long[] keys = groups.keys();
        sort(keys, group);
        job.checkCancelled();
        Map<String, GroupedValues> grouped = new HashMap<>();
        measured.forEach(
                (name, values) -> grouped.put(name, GroupedValues.of(group, keys.length, values)));
        List<double[]> results = new ArrayList<>();
        for (Measure measure : measures) {
            job.checkCancelled();
            GroupedValues values = measure.column() == null ? null : grouped.get(measure.column());
            results.add(
                    values == null
                            ? counted(measure, group, keys.length, success)
                            : values.all(measure.function()));
        }
        return new PivotResult(by, measures, codes, keys, results);
    }

    /**
     * Packs the codes of a run into one key, the first grouping most significant, and numbers the
     * keys.
     */
    private int[] number(List<GroupCodes> codes, LongGroups groups) {
        long[] keys = new long[frame.rows()];
        long size = 1;
        for (GroupCodes code : codes) {
            if (Math.multiplyHigh(size, code.size()) != 0 || size * code.size() < 0) {
                throw new IllegalArgumentException("too many combinations of values to group by");
            }
            size *= code.size();
            for (int row = 0; row < keys.length; row++) {
                keys[row] = keys[row] * code.size() + code.codes()[row];
            }
        }
        int[] group = new int[keys.length];
        for (int row = 0; row < keys.length; row++) {
            group[row] = groups.numberOf(keys[row]);
        }
        return group;
    }

    /** Sorts the keys and renumbers the runs' groups to match. */
    private static void sort(long[] keys, int[] group) {
        long[] sorted = keys.clone();
        Arrays.sort(sorted);
        int[] place = new int[keys.length];
        for (int i = 0; i < keys.length; i++) {
            place[i] = Arrays.binarySearch(sorted, keys[i]);
        }
        for (int row = 0; row < group.length; row++) {
            group[row] = place[group[row]];
        }
        System.arraycopy(sorted, 0, keys, 0, keys.length);
    }

    private static double[] counted(Measure measure, int[] group, int groups, Success success) {
        double[] known = new double[groups];
        double[] succeeded = new double[groups];
        boolean rate = measure.function() == Measure.Function.SUCCESS_RATE;
        for (int row = 0; row < group.length; row++) {
            known[group[row]] += !rate || success.known(row) ? 1 : 0;
            succeeded[group[row]] += success.success(row) ? 1 : 0;
        }
        if (rate) {
            Arrays.setAll(known, g -> succeeded[g] / known[g]);
        }
        return known;
    }
}
