package org.fleetscope.analysis;

import org.fleetscope.model.AgentWindow;

/**
 * Count and sum of one metric in each window; those of windows add up to those of the window that
 * holds them.
 */
final class WindowMeans {
    private final int[] count;
    private final double[] sum;

    WindowMeans(int windows) {
        count = new int[windows];
        sum = new double[windows];
    }

    /** Takes the values of a window, NaN being missing. */
    void set(int window, double[] values, int from, int to) {
        int n = 0;
        double total = 0;
        for (int i = from; i < to; i++) {
            if (!Double.isNaN(values[i])) {
                n++;
                total += values[i];
            }
        }
        count[window] = n;
        sum[window] = total;
    }

    AgentWindow.Average of(int window) {
        return new AgentWindow.Average(count[window], sum[window]);
    }
}
