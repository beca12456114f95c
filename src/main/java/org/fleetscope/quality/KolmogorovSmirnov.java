package org.fleetscope.quality;

import java.util.Arrays;

/**
 * Two-sample Kolmogorov–Smirnov test. NaNs are left out.
 *
 * @param d largest distance between the two empirical distribution functions, 0..1; NaN when a
 *     sample is empty
 * @param p probability of a distance at least as large under equal distributions: Kolmogorov's
 *     limit with Stephens' correction for small samples; NaN when a sample is empty
 */
public record KolmogorovSmirnov(double d, double p) {
    private static final KolmogorovSmirnov EMPTY = new KolmogorovSmirnov(Double.NaN, Double.NaN);

    /** O((n + m) log n) with n the size of the first sample. */
    public static KolmogorovSmirnov of(double[] one, double[] other) {
        double[] sorted = Arrays.stream(one).filter(x -> !Double.isNaN(x)).sorted().toArray();
        int n = sorted.length;
        long[] below = new long[n + 1];
        long[] equal = new long[n + 1];
        long m = 0;
        for (double x : other) {
            if (!Double.isNaN(x)) {
                m++;
                int at = firstNotBelow(sorted, x);
                if (at < n && sorted[at] == x) {
                    equal[at]++;
                } else {
                    below[at]++;
                }
            }
        }
        return n == 0 || m == 0 ? EMPTY : of(sorted, below, equal, m);
    }

    /**
     * The distance is largest just before or at a value of the first sample.
     *
     * @param below values of the second sample between the value before and this one
     * @param equal values of the second sample that equal the first of equal values
     */
    private static KolmogorovSmirnov of(double[] sorted, long[] below, long[] equal, long m) {
        int n = sorted.length;
        double d = 0;
        long seen = 0;
        int i = 0;
        while (i < n) {
            seen += below[i];
            d = Math.max(d, Math.abs((double) i / n - (double) seen / m));
            seen += equal[i];
            int next = i + 1;
            while (next < n && sorted[next] == sorted[i]) {
                seen += below[next];
                next++;
            }
            d = Math.max(d, Math.abs((double) next / n - (double) seen / m));
            i = next;
        }
        return new KolmogorovSmirnov(d, tail(scale(n, m) * d));
    }

    /** Whether samples of these sizes can differ so much that p falls below a limit. */
    static boolean canReach(long n, long m, double p) {
        return n > 0 && m > 0 && tail(scale(n, m)) < p;
    }

    private static double scale(long n, long m) {
        double effective = Math.sqrt((double) n * m / ((double) n + m));
        return effective + 0.12 + 0.11 / effective;
    }

    /** First position whose value is not below x. */
    private static int firstNotBelow(double[] sorted, double x) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < x) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** 2 Σ (−1)^(k−1) exp(−2 k² λ²): the tail of Kolmogorov's distribution. */
    static double tail(double lambda) {
        // Below, the terms alternate without falling and the tail is 1 to machine precision.
        if (lambda < 0.2) {
            return 1;
        }
        double sum = 0;
        for (int k = 1; k <= 100; k++) {
            double term = Math.exp(-2.0 * k * k * lambda * lambda);
            sum += (k & 1) == 1 ? term : -term;
            if (term < 1e-17) {
                break;
            }
        }
        return Math.clamp(2 * sum, 0.0, 1.0);
    }
}
