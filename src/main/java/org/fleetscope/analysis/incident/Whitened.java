package org.fleetscope.analysis.incident;

import java.util.Arrays;
import org.fleetscope.frame.Quantiles;

/** Innovations of a series under its own first-order autoregression, standardised robustly. */
final class Whitened {
    /** Makes the median absolute deviation of a normal sample a standard deviation. */
    private static final double NORMAL = 0.6745;

    private Whitened() {}

    /**
     * Innovations over their robust deviation, limited, then with mean 0 and mean square 1; all NaN
     * for a series that does not vary. A bin after a missing one has none.
     */
    static double[] of(double[] series, double limit) {
        double[] centred = standardised(series, limit);
        double phi = correlation(centred, centred, 1);
        double[] innovations = new double[series.length];
        innovations[0] = Double.NaN;
        for (int t = 1; t < series.length; t++) {
            innovations[t] = centred[t] - phi * centred[t - 1];
        }
        return unit(standardised(innovations, limit));
    }

    /**
     * By how much the variance of a correlation exceeds 1/n, from what autocorrelation is left
     * (Bartlett 1946); at least 1.
     */
    static double inflation(double[] a, double[] b, int lags) {
        double sum = 1;
        for (int k = 1; k <= lags; k++) {
            sum += 2 * correlation(a, a, k) * correlation(b, b, k);
        }
        return Math.max(1, sum);
    }

    private static double[] standardised(double[] series, double limit) {
        double[] known = known(series);
        double[] result = new double[series.length];
        Arrays.fill(result, Double.NaN);
        if (known.length == 0) {
            return result;
        }
        double median = Quantiles.median(known, 0, known.length);
        double[] distance = Arrays.stream(known).map(v -> Math.abs(v - median)).toArray();
        double deviation = Quantiles.median(distance, 0, distance.length) / NORMAL;
        for (int t = 0; t < series.length && deviation > 0; t++) {
            double z = (series[t] - median) / deviation;
            result[t] = Double.isNaN(z) ? z : Math.clamp(z, -limit, limit);
        }
        return result;
    }

    private static double[] unit(double[] series) {
        double[] known = known(series);
        double mean = Arrays.stream(known).average().orElse(Double.NaN);
        double square = Arrays.stream(known).map(v -> (v - mean) * (v - mean)).sum();
        double deviation = Math.sqrt(square / known.length);
        return Arrays.stream(series)
                .map(v -> deviation > 0 ? (v - mean) / deviation : Double.NaN)
                .toArray();
    }

    private static double[] known(double[] series) {
        return Arrays.stream(series).filter(v -> !Double.isNaN(v)).toArray();
    }

    /** Of the pairs at a lag, around 0; 0 when there are none. */
    private static double correlation(double[] a, double[] b, int lag) {
        double products = 0;
        double left = 0;
        double right = 0;
        for (int t = 0; t + lag < a.length; t++) {
            if (!Double.isNaN(a[t]) && !Double.isNaN(b[t + lag])) {
                products += a[t] * b[t + lag];
                left += a[t] * a[t];
                right += b[t + lag] * b[t + lag];
            }
        }
        return left > 0 && right > 0 ? products / Math.sqrt(left * right) : 0;
    }
}
