package org.fleetscope.analysis.novelty;

/**
 * Mean of the last rows, O(1) a row. The sum is made anew once a window, so that rounding does not
 * pile up.
 */
final class RollingMean {
    private final double[] window;
    private int slot;
    private boolean full;
    private double sum;

    RollingMean(int window) {
        this.window = new double[window];
    }

    /** NaN until the window is full. */
    double next(double value) {
        sum += value - window[slot];
        window[slot++] = value;
        if (slot == window.length) {
            slot = 0;
            full = true;
            sum = 0;
            for (double kept : window) {
                sum += kept;
            }
        }
        return full ? sum / window.length : Double.NaN;
    }
}
