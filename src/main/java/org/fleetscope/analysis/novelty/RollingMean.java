package org.fleetscope.analysis.novelty;

/**
 * Mean of the last rows, O(1) a row. The sum is made anew once a window, so that rounding does not
 * pile up.
 */
final class RollingMean implements SeriesFeature {
    private final double[] window;
    private long rows;
    private double sum;

    RollingMean(int window) {
        this.window = new double[window];
    }

    @Override
    public double next(double value) {
        int slot = (int) (rows++ % window.length);
        sum += value - window[slot];
        window[slot] = value;
        if (slot == window.length - 1) {
            sum = 0;
            for (double kept : window) {
                sum += kept;
            }
        }
        return rows < window.length ? Double.NaN : sum / window.length;
    }
}
