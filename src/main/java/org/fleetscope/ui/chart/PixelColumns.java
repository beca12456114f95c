package org.fleetscope.ui.chart;

import java.util.Arrays;

/**
 * Lowest, highest and mean y of everything that falls into each pixel column of a plot, so that any
 * number of entries paints in time bounded by the width and no peak is lost.
 */
final class PixelColumns {
    private final double left;
    private final double[] top;
    private final double[] bottom;
    private final double[] sum;
    private final int[] number;
    private final boolean[] missing;

    PixelColumns(double left, int width) {
        this.left = left;
        top = new double[width];
        bottom = new double[width];
        sum = new double[width];
        number = new int[width];
        missing = new boolean[width];
        Arrays.fill(top, Double.POSITIVE_INFINITY);
        Arrays.fill(bottom, Double.NEGATIVE_INFINITY);
    }

    /** Columns of single values. */
    static PixelColumns of(long[] time, double[] values, Visible visible, Plot plot) {
        PixelColumns columns =
                new PixelColumns(plot.box().x(), (int) Math.ceil(plot.box().width()));
        for (int i = visible.from(); i < visible.to(); i++) {
            double x = plot.time().toX(time[i]);
            double y = plot.value().toY(values[i]);
            columns.add(x, x, y, y, y);
        }
        return columns;
    }

    /**
     * Adds an entry that covers [x1, x2), at least the column that holds x1. NaN entries leave no
     * trace.
     */
    void add(double x1, double x2, double yMin, double yMax, double yMean) {
        int first = (int) Math.floor(x1 - left);
        int last = Math.max(first, (int) Math.ceil(x2 - left) - 1);
        for (int i = Math.max(0, first); i <= Math.min(last, top.length - 1); i++) {
            // y grows downwards: the highest value has the smallest y.
            if (yMax < top[i]) {
                top[i] = yMax;
            }
            if (yMin > bottom[i]) {
                bottom[i] = yMin;
            }
            if (Double.isNaN(yMean)) {
                missing[i] = true;
            } else {
                sum[i] += yMean;
                number[i]++;
            }
        }
    }

    int width() {
        return top.length;
    }

    boolean isEmpty(int column) {
        return top[column] > bottom[column];
    }

    /**
     * True when entries fell into the column, but none with a value: a line must not run across it.
     */
    boolean isGap(int column) {
        return missing[column] && number[column] == 0;
    }

    double top(int column) {
        return top[column];
    }

    double bottom(int column) {
        return bottom[column];
    }

    /** Mean y; NaN in an empty column. */
    double mean(int column) {
        return number[column] == 0 ? Double.NaN : sum[column] / number[column];
    }
}
