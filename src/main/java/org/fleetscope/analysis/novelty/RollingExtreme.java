package org.fleetscope.analysis.novelty;

/**
 * Largest or smallest of the last rows. Amortised O(1) a row by a monotone queue: a value that a
 * later one surpasses can never be the extreme again and leaves.
 */
final class RollingExtreme {
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

    /** NaN until the window is full. */
    double next(double value) {
        double signed = sign * value;
        if (size > 0 && rows[first] <= row - window) {
            first = wrapped(first + 1);
            size--;
        }
        while (size > 0 && values[wrapped(first + size - 1)] <= signed) {
            size--;
        }
        int slot = wrapped(first + size);
        values[slot] = signed;
        rows[slot] = row;
        size++;
        row++;
        return row < window ? Double.NaN : sign * values[first];
    }

    /** A place in the ring; of places below twice its size, since division is slow. */
    private int wrapped(int place) {
        return place < window ? place : place - window;
    }
}
