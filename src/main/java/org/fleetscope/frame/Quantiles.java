package org.fleetscope.frame;

import java.util.Arrays;

/**
 * Exact quantiles of type 7 (linear interpolation between order statistics, the default of R and
 * NumPy) by selection instead of sorting. All methods reorder the stretch they are given; it must
 * hold no NaN.
 */
public final class Quantiles {
    private static final int SMALL = 32;

    private Quantiles() {}

    /**
     * Quantiles of {@code values[from, to)}; NaN each when the stretch is empty. O(n) a quantile.
     *
     * @param p probabilities 0..1, ascending
     */
    public static double[] of(double[] values, int from, int to, double... p) {
        double[] result = new double[p.length];
        int done = from;
        for (int i = 0; i < p.length; i++) {
            result[i] = quantile(values, done, from, to, p[i]);
            if (to > from) {
                done = from + (int) Math.floor(p[i] * (to - from - 1));
            }
        }
        return result;
    }

    /** Median of {@code values[from, to)}; NaN when it is empty. */
    public static double median(double[] values, int from, int to) {
        return quantile(values, from, from, to, 0.5);
    }

    /** Quantile of an ascending stretch, in constant time; NaN when it is empty. */
    public static double ofSorted(double[] sorted, int from, int to, double p) {
        if (to <= from) {
            return Double.NaN;
        }
        double position = p * (to - from - 1);
        int low = (int) Math.floor(position);
        double value = sorted[from + low];
        return position == low ? value : between(value, sorted[from + low + 1], position - low);
    }

    /** {@code start}: everything before it is known to be no greater than anything after it. */
    private static double quantile(double[] values, int start, int from, int to, double p) {
        if (to <= from) {
            return Double.NaN;
        }
        double position = p * (to - from - 1);
        int low = (int) Math.floor(position);
        select(values, start, to - 1, from + low);
        double value = values[from + low];
        if (position == low) {
            return value;
        }
        double next = values[from + low + 1];
        for (int i = from + low + 2; i < to; i++) {
            next = Math.min(next, values[i]);
        }
        return between(value, next, position - low);
    }

    static double between(double low, double high, double share) {
        return low == high ? low : low + share * (high - low);
    }

    /** Hoare's selection with the median of three; sorts outright if the pivots keep being poor. */
    private static void select(double[] a, int first, int last, int k) {
        int left = first;
        int right = last;
        int patience = 2 * (32 - Integer.numberOfLeadingZeros(right - left + 1));
        while (right - left > SMALL && patience-- > 0) {
            double pivot = medianOfThree(a[left], a[(left + right) >>> 1], a[right]);
            int i = left;
            int j = right;
            while (i <= j) {
                while (a[i] < pivot) {
                    i++;
                }
                while (a[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    double swap = a[i];
                    a[i++] = a[j];
                    a[j--] = swap;
                }
            }
            if (k <= j) {
                right = j;
            } else if (k >= i) {
                left = i;
            } else {
                return;
            }
        }
        Arrays.sort(a, left, right + 1);
    }

    private static double medianOfThree(double a, double b, double c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
