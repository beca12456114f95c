package org.fleetscope.analysis.novelty;

/**
 * Largest or smallest of the last rows. Amortised O(1) a row by a monotone queue: a value that a
 * later one surpasses can never be the extreme again and leaves.
 */
final class RollingExtreme implements SeriesFeature {
    private final int window;
    private final double sign;
    private final double[] values;
    private final long[] rows;
    private int first;
    private int size;
    private long row;

    private RollingExtreme(int window, double sign) {
        this.window = window;
        this.sign = sign;
        this.values = new double[window];
        this.rows = new long[window];
    }

    static RollingExtreme max(int window) {
        return new RollingExtreme(window, 1);
    }

    static RollingExtreme min(int window) {
        return new RollingExtreme(window, -1);
    }

    @Override
    public double next(double value) {
        double signed = sign * value;
        if (size > 0 && rows[first] <= row - window) {
            first = (first + 1) % window;
            size--;
        }
        while (size > 0 && values[(first + size - 1) % window] <= signed) {
            size--;
        }
        int slot = (first + size) % window;
        values[slot] = signed;
        rows[slot] = row;
        size++;
        row++;
        return row < window ? Double.NaN : sign * values[first];
    }
}
