package org.fleetscope.analysis;

/**
 * Tail probabilities of the standard normal distribution, exact to about 13 digits far into the
 * tail.
 */
public final class NormalTail {
    private static final double STEP = 0.5;
    private static final double UNDERFLOW = 27.3;
    private static final double SQRT_HALF = Math.sqrt(0.5);
    private static final double[] WEIGHT = weights();

    private NormalTail() {}

    /** P(|Z| ≥ |z|); 1 for 0, NaN for NaN, 0 once it underflows (beyond 38). */
    public static double twoSided(double z) {
        return erfc(Math.abs(z) * SQRT_HALF);
    }

    /**
     * Complementary error function of x ≥ 0. Below 1 by the series of Abramowitz and Stegun 7.1.6;
     * from there by the trapezoidal rule with pole correction of Matta and Reichel, Math. Comp. 25
     * (1971) 339–344, whose error with step 1/2 is of the order exp(−4π²).
     */
    static double erfc(double x) {
        if (x < 1) {
            return 1 - erfSeries(x);
        }
        if (x > UNDERFLOW) {
            return 0;
        }
        double square = x * x;
        double sum = 0.5 / square;
        for (int n = 1; n < WEIGHT.length; n++) {
            double at = n * STEP;
            sum += WEIGHT[n] / (at * at + square);
        }
        double value = 2 * STEP * x / Math.PI * Math.exp(-square) * sum;
        // Beyond π/step the pole lies outside the strip the rule integrates over.
        return x < Math.PI / STEP ? value - 2 / Math.expm1(2 * Math.PI * x / STEP) : value;
    }

    private static double erfSeries(double x) {
        double term = x;
        double sum = x;
        for (int n = 1; term > sum * 1e-17; n++) {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }
        return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum;
    }

    private static double[] weights() {
        double[] weight = new double[14];
        for (int n = 0; n < weight.length; n++) {
            weight[n] = Math.exp(-(n * STEP) * (n * STEP));
        }
        return weight;
    }
}
