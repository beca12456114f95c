package org.fleetscope.analysis;

import org.fleetscope.model.AgentWindow;

/**
 * Count, sum, sum of squares and sum of squared deviations of one metric in each window. Counts and
 * sums of windows add up to those of the window that holds them; the deviations are kept beside,
 * since taking them from sums of squares would lose the digits of large values.
 */
final class WindowSums {
    final int[] count;
    private final double[] sum;
    private final double[] squares;
    private final double[] deviations;

    WindowSums(int windows) {
        count = new int[windows];
        sum = new double[windows];
        squares = new double[windows];
        deviations = new double[windows];
    }

    /** Takes the values of a window, NaN being missing. */
    void set(int window, double[] values, int from, int to) {
        int n = 0;
        double first = 0;
        double total = 0;
        double totalSquares = 0;
        double distances = 0;
        double distanceSquares = 0;
        for (int i = from; i < to; i++) {
            double value = values[i];
            if (!Double.isNaN(value)) {
                if (n++ == 0) {
                    first = value;
                }
                // Distances from the first value: 0 for equal values, and small where the values
                // are large.
                double distance = value - first;
                total += value;
                totalSquares += value * value;
                distances += distance;
                distanceSquares += distance * distance;
            }
        }
        count[window] = n;
        sum[window] = total;
        squares[window] = totalSquares;
        deviations[window] = n == 0 ? 0 : Math.max(0, distanceSquares - distances * distances / n);
    }

    AgentWindow.Spread of(int window) {
        int n = count[window];
        return new AgentWindow.Spread(
                n,
                sum[window],
                squares[window],
                n < 2 ? Double.NaN : Math.sqrt(deviations[window] / (n - 1)));
    }
}
