package org.fleetscope.bench;

import java.util.Arrays;
import java.util.List;

/**
 * A series of the Numenta Anomaly Benchmark with its anomaly windows, in the file's order.
 *
 * @param times µs UTC
 */
record NabSeries(long[] times, double[] values, List<Window> windows) {
    /** First and last row of a window. */
    record Window(int first, int last) {
        int width() {
            return last - first + 1;
        }
    }

    /** Rows at the start that are not scored. */
    int probation() {
        return (int) Math.min(Math.floor(0.15 * values.length), 750);
    }

    /** Number of the window that each row is in, −1 outside. */
    int[] windowOfRow() {
        int[] of = new int[values.length];
        Arrays.fill(of, -1);
        for (int w = 0; w < windows.size(); w++) {
            Arrays.fill(of, windows.get(w).first(), windows.get(w).last() + 1, w);
        }
        return of;
    }

    /**
     * What a detection on each row is worth: within a window a share of a true positive, outside a
     * multiple of the cost of a false one.
     */
    double[] worth() {
        double[] worth = new double[values.length];
        Arrays.fill(worth, -1);
        for (int w = 0; w < windows.size(); w++) {
            Window window = windows.get(w);
            for (int i = window.first(); i <= window.last(); i++) {
                worth[i] = curve(-(window.last() - i + 1.0) / window.width()) / curve(-1);
            }
            int next = w + 1 < windows.size() ? windows.get(w + 1).first() : values.length;
            for (int i = window.last() + 1; i < next; i++) {
                worth[i] = curve((i - window.last()) / (window.width() - 1.0));
            }
        }
        return worth;
    }

    /** Scaled sigmoid of the benchmark (Lavin and Ahmad 2015). */
    private static double curve(double x) {
        return x > 3 ? -1 : 2 / (1 + Math.exp(5 * x)) - 1;
    }
}
