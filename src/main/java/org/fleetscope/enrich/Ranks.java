package org.fleetscope.enrich;

import java.util.Arrays;

/**
 * Ranks within fixed values. A table of positions by value makes a look-up near constant for
 * spread-out values.
 */
final class Ranks {
    private static final int BUCKETS = 1 << 14;

    private final double[] sorted;
    private final int[] start;
    private final double low;
    private final double scale;

    /** Takes over the array, which must hold no NaN, and sorts it. */
    Ranks(double[] values) {
        sorted = values;
        Arrays.sort(sorted);
        int n = sorted.length;
        low = n == 0 ? 0 : sorted[0];
        double span = n == 0 ? 0 : sorted[n - 1] - low;
        double fit = BUCKETS / span;
        scale = fit <= Double.MAX_VALUE ? fit : 0;
        start = new int[BUCKETS + 1];
        for (double value : sorted) {
            start[bucket(value) + 1]++;
        }
        for (int b = 0; b < BUCKETS; b++) {
            start[b + 1] += start[b];
        }
    }

    int size() {
        return sorted.length;
    }

    int below(double value) {
        int b = bucket(value);
        return first(value, start[b], start[b + 1], false);
    }

    int notAbove(double value) {
        int b = bucket(value);
        return first(value, start[b], start[b + 1], true);
    }

    /** 100 × (below + half the ties) / n. */
    double percentile(double value) {
        int below = below(value);
        int ties = first(value, below, start[bucket(value) + 1], true) - below;
        return 100 * (below + 0.5 * ties) / sorted.length;
    }

    /**
     * First position in [from, to) whose value is not below, or with {@code above} is above, the
     * one given.
     */
    private int first(double value, int from, int to, boolean above) {
        int lower = from;
        int upper = to;
        while (lower < upper) {
            int middle = (lower + upper) >>> 1;
            if (sorted[middle] < value || (above && sorted[middle] == value)) {
                lower = middle + 1;
            } else {
                upper = middle;
            }
        }
        return lower;
    }

    private int bucket(double value) {
        return Math.clamp((int) ((value - low) * scale), 0, BUCKETS - 1);
    }
}
