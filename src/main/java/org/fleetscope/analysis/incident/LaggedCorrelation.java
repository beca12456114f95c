package org.fleetscope.analysis.incident;

import java.util.Random;
import org.fleetscope.analysis.NormalTail;

/**
 * Correlation of two series of equal bins at the lags −L … L. Each series is prewhitened by its own
 * first-order autoregression (Box, Jenkins, Reinsel 2008, 12.1.1), so that slow courses of both
 * don't correlate by themselves, and limited to ±{@value #LIMIT} robust deviations. The variance of
 * a correlation of independent series is Bartlett's. A missing bin (NaN) leaves out the pairs that
 * need it.
 *
 * @param lag of the strongest correlation, in bins; above 0 when y follows x
 * @param correlation at that lag; NaN when no lag has enough pairs
 * @param bins pairs behind it
 * @param p two-sided chance of it at any of the lags, were the series independent; 1 without one
 * @param sameOrder share of block-bootstrap resamples whose strongest lag has the same sign
 */
record LaggedCorrelation(int lag, double correlation, int bins, double p, double sameOrder) {
    /** Pairs that a correlation needs. */
    static final int FEWEST = 24;

    private static final double LIMIT = 4;
    private static final int RESAMPLES = 200;

    private static final LaggedCorrelation NONE = new LaggedCorrelation(0, Double.NaN, 0, 1, 0);

    /** O(bins × lags). Equal series give equal answers. */
    static LaggedCorrelation of(double[] x, double[] y, int lags) {
        double[] a = Whitened.of(x, LIMIT);
        double[] b = Whitened.of(y, LIMIT);
        double inflation = Whitened.inflation(a, b, lags);
        double[][] products = new double[2 * lags + 1][];
        int best = -1;
        double strongest = 0;
        for (int i = 0; i < products.length; i++) {
            products[i] = products(a, b, i - lags);
            double z = sum(products[i]) / Math.sqrt(count(products[i]) * inflation);
            if (count(products[i]) >= FEWEST && Math.abs(z) > strongest) {
                strongest = Math.abs(z);
                best = i;
            }
        }
        if (best < 0) {
            return NONE;
        }
        int n = count(products[best]);
        double correlation = sum(products[best]) / n;
        double p = Math.min(1, NormalTail.twoSided(strongest) * products.length);
        return new LaggedCorrelation(
                best - lags, correlation, n, p, sameOrder(products, best, lags));
    }

    /** Products of the pairs at a lag by the bin of a; NaN where one is missing. */
    private static double[] products(double[] a, double[] b, int lag) {
        double[] products = new double[a.length];
        for (int t = 0; t < a.length; t++) {
            int other = t + lag;
            products[t] = other < 0 || other >= b.length ? Double.NaN : a[t] * b[other];
        }
        return products;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += Double.isNaN(value) ? 0 : value;
        }
        return sum;
    }

    private static int count(double[] values) {
        int n = 0;
        for (double value : values) {
            n += Double.isNaN(value) ? 0 : 1;
        }
        return n;
    }

    /** Resamples blocks of bins, long enough to hold what a lag connects. */
    private static double sameOrder(double[][] products, int best, int lags) {
        int length = products[0].length;
        int block = Math.clamp((long) Math.sqrt(length), 2, Math.max(2, length / 4));
        Random random = new Random(length * 31L + best);
        double sign = Math.signum(sum(products[best]));
        int same = 0;
        for (int round = 0; round < RESAMPLES; round++) {
            double[] sums = new double[products.length];
            for (int taken = 0; taken < length; taken += block) {
                int start = random.nextInt(Math.max(1, length - block + 1));
                for (int i = 0; i < sums.length; i++) {
                    for (int t = start; t < Math.min(length, start + block); t++) {
                        sums[i] += Double.isNaN(products[i][t]) ? 0 : products[i][t];
                    }
                }
            }
            int strongest = 0;
            for (int i = 1; i < sums.length; i++) {
                strongest = sign * sums[i] > sign * sums[strongest] ? i : strongest;
            }
            same += Integer.signum(strongest - lags) == Integer.signum(best - lags) ? 1 : 0;
        }
        return (double) same / RESAMPLES;
    }
}
