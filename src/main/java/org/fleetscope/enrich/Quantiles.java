package org.fleetscope.enrich;

import java.util.Arrays;

/** Order statistics of values without NaN. */
final class Quantiles {
    private Quantiles() {}

    /** Median (type 7), NaN for none. Reorders the values; O(n) on average. */
    static double median(double[] values) {
        int n = values.length;
        if (n == 0) {
            return Double.NaN;
        }
        int middle = n / 2;
        double upper = select(values, n, middle);
        if (n % 2 == 1) {
            return upper;
        }
        double lower = values[0];
        for (int i = 1; i < middle; i++) {
            lower = Math.max(lower, values[i]);
        }
        return lower + (upper - lower) / 2;
    }

    /** Quantile of sorted values by linear interpolation (type 7). */
    static double ofSorted(double[] sorted, double p) {
        double at = (sorted.length - 1) * p;
        int below = (int) Math.floor(at);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    /** Puts the k-th smallest value at k, none larger before it, none smaller after it. */
    private static double select(double[] values, int n, int k) {
        int from = 0;
        int to = n - 1;
        int roundsLeft = 4 * (32 - Integer.numberOfLeadingZeros(n));
        while (from < to) {
            // Too many lopsided rounds: input that defeats the choice of pivots, sorting bounds the
            // work.
            if (roundsLeft-- == 0) {
                Arrays.sort(values, from, to + 1);
                break;
            }
            double pivot = middleOf(values[from], values[(from + to) >>> 1], values[to]);
            int left = from;
            int right = to;
            while (left <= right) {
                while (values[left] < pivot) {
                    left++;
                }
                while (values[right] > pivot) {
                    right--;
                }
                if (left <= right) {
                    double swap = values[left];
                    values[left++] = values[right];
                    values[right--] = swap;
                }
            }
            if (k <= right) {
                to = right;
            } else if (k >= left) {
                from = left;
            } else {
                break;
            }
        }
        return values[k];
    }

    private static double middleOf(double a, double b, double c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
