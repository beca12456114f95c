package org.fleetscope.analysis;

import java.util.Arrays;
import org.fleetscope.frame.Quantiles;

/**
 * The values of one column, group after group, without the missing ones. Quantiles reorder within
 * groups.
 */
final class GroupedValues {
    private final double[] values;
    private final int[] starts;

    private GroupedValues(double[] values, int[] starts) {
        this.values = values;
        this.starts = starts;
    }

    static GroupedValues of(int[] group, int groups, double[] column) {
        int[] starts = starts(group, groups, column);
        double[] values = new double[starts[groups]];
        gather(group, column, starts.clone(), values);
        return new GroupedValues(values, starts);
    }

    private static int[] starts(int[] group, int groups, double[] column) {
        int[] starts = new int[groups + 1];
        for (int row = 0; row < group.length; row++) {
            starts[group[row] + 1] += Double.isNaN(column[row]) ? 0 : 1;
        }
        for (int g = 0; g < groups; g++) {
            starts[g + 1] += starts[g];
        }
        return starts;
    }

    private static void gather(int[] group, double[] column, int[] next, double[] values) {
        for (int row = 0; row < group.length; row++) {
            if (!Double.isNaN(column[row])) {
                values[next[group[row]]++] = column[row];
            }
        }
    }

    /**
     * A function of every group; NaN for a group without values, and for the deviation of a single
     * one.
     */
    double[] all(Measure.Function function) {
        double[] results = new double[starts.length - 1];
        Arrays.parallelSetAll(results, g -> one(function, starts[g], starts[g + 1]));
        return results;
    }

    private double one(Measure.Function function, int from, int to) {
        if (from == to) {
            return Double.NaN;
        }
        return switch (function) {
            case MEAN -> mean(from, to);
            case SD -> sd(from, to);
            case MIN -> min(from, to);
            case MAX -> max(from, to);
            case SUM -> sum(from, to, 0);
            case P1 -> Quantiles.of(values, from, to, 0.01)[0];
            case P5 -> Quantiles.of(values, from, to, 0.05)[0];
            case P10 -> Quantiles.of(values, from, to, 0.10)[0];
            case P25 -> Quantiles.of(values, from, to, 0.25)[0];
            case P50 -> Quantiles.of(values, from, to, 0.50)[0];
            case P75 -> Quantiles.of(values, from, to, 0.75)[0];
            case P90 -> Quantiles.of(values, from, to, 0.90)[0];
            case P95 -> Quantiles.of(values, from, to, 0.95)[0];
            case P99 -> Quantiles.of(values, from, to, 0.99)[0];
            case COUNT, SUCCESS_RATE ->
                    throw new IllegalArgumentException(function.id() + " is of no column");
        };
    }

    private double min(int from, int to) {
        double min = values[from];
        for (int i = from; i < to; i++) {
            min = Math.min(min, values[i]);
        }
        return min;
    }

    private double max(int from, int to) {
        double max = values[from];
        for (int i = from; i < to; i++) {
            max = Math.max(max, values[i]);
        }
        return max;
    }

    private double sum(int from, int to, double origin) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i] - origin;
        }
        return sum;
    }

    /** By distances from one value, so that equal values have themselves as mean. */
    private double mean(int from, int to) {
        return values[from] + sum(from, to, values[from]) / (to - from);
    }

    private double sd(int from, int to) {
        double mean = mean(from, to);
        double squares = 0;
        for (int i = from; i < to; i++) {
            squares += (values[i] - mean) * (values[i] - mean);
        }
        return to - from < 2 ? Double.NaN : Math.sqrt(squares / (to - from - 1));
    }
}
