package org.fleetscope.frame;

import java.util.Arrays;

/**
 * Exact quantiles, as {@link Quantiles} defines them, of values that keep coming: a large sorted
 * array and a small one, which is merged into it when it is full. Adding moves some hundred
 * entries, a quantile is found in logarithmic time. Not thread-safe.
 */
public final class GrowingQuantiles {
    private static final int FEW = 1024;

    private double[] sorted;
    private double[] recent = new double[16];
    private int fresh;

    /**
     * @param values the first values, without NaN; kept and sorted in place
     */
    public GrowingQuantiles(double[] values) {
        Arrays.parallelSort(values);
        sorted = values;
    }

    /** Adds a value that is not NaN. */
    public void add(double value) {
        if (fresh == FEW) {
            merge();
        }
        if (fresh == recent.length) {
            recent = Arrays.copyOf(recent, 2 * fresh);
        }
        int found = Arrays.binarySearch(recent, 0, fresh, value);
        int at = found < 0 ? -found - 1 : found;
        System.arraycopy(recent, at, recent, at + 1, fresh - at);
        recent[at] = value;
        fresh++;
    }

    public int size() {
        return sorted.length + fresh;
    }

    /**
     * A quantile; NaN without values.
     *
     * @param p probability 0..1
     */
    public double of(double p) {
        if (size() == 0) {
            return Double.NaN;
        }
        double position = p * (size() - 1);
        int low = (int) Math.floor(position);
        double value = ranked(low);
        return position == low ? value : Quantiles.between(value, ranked(low + 1), position - low);
    }

    /** The value that has so many before it: among the recent ones as many as make that true. */
    private double ranked(int rank) {
        int low = Math.max(0, rank - sorted.length);
        int high = Math.min(fresh, rank);
        while (low < high) {
            int taken = (low + high) >>> 1;
            int rest = rank - taken;
            if (rest > 0 && sorted[rest - 1] > recent[taken]) {
                low = taken + 1;
            } else {
                high = taken;
            }
        }
        int rest = rank - low;
        if (low == fresh) {
            return sorted[rest];
        }
        return rest == sorted.length ? recent[low] : Math.min(recent[low], sorted[rest]);
    }

    private void merge() {
        double[] all = new double[size()];
        int a = 0;
        int b = 0;
        for (int i = 0; i < all.length; i++) {
            boolean old = b == fresh || (a < sorted.length && sorted[a] <= recent[b]);
            all[i] = old ? sorted[a++] : recent[b++];
        }
        sorted = all;
        fresh = 0;
    }
}
