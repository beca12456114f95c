package org.fleetscope.enrich;

import java.util.Arrays;
import org.fleetscope.frame.Frame;
import org.fleetscope.model.Times;

/**
 * Least-squares slope of a metric over the agent's runs of the trailing hour (t − 1 h, t], per
 * hour. Runs of the same instant see each other. Missing with fewer than {@value #FEWEST} values,
 * without spread in time, and for a run without a value.
 *
 * <p>One sweep an agent over sums about an origin that moves along, so that they stay small; O(n).
 */
final class TrailingSlope {
    static final int FEWEST = 5;
    static final long WINDOW = Times.HOUR;

    /**
     * Share of the sum of squares below which the spread in time has drowned in rounding, and the
     * window is summed anew about its own mean.
     */
    private static final double CANCELLED = 1e-7;

    private final Frame frame;
    private final double[] values;
    private final double[] slopes;

    TrailingSlope(Frame frame, double[] values) {
        this.frame = frame;
        this.values = values;
        this.slopes = new double[frame.rows()];
    }

    /** Slopes by row of the frame. */
    double[] compute() {
        Arrays.fill(slopes, Double.NaN);
        int[] starts = frame.agentStarts();
        for (int agent = 0; agent + 1 < starts.length; agent++) {
            sweep(starts[agent], starts[agent + 1]);
        }
        return slopes;
    }

    private void sweep(int from, int to) {
        int[] rows = new int[to - from];
        int n = 0;
        for (int i = from; i < to; i++) {
            int row = frame.agentOrder()[i];
            if (!Double.isNaN(values[row])) {
                rows[n++] = row;
            }
        }
        long[] at = new long[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            at[i] = frame.recordedAt()[rows[i]];
            y[i] = values[rows[i]];
        }
        Window window = new Window(at, y);
        for (int i = 0; i < n; ) {
            int end = i + 1;
            while (end < n && at[end] == at[i]) {
                end++;
            }
            double slope = window.slopeAt(end);
            for (; i < end; i++) {
                slopes[rows[i]] = slope;
            }
        }
    }

    /** The values of the trailing hour, as sums. */
    private static final class Window {
        private final long[] at;
        private final double[] y;
        private int first;
        private int end;
        private int summedAnewAt;
        private long originAt;
        private double originY;
        private double sumX;
        private double sumY;
        private double sumXx;
        private double sumXy;

        Window(long[] at, double[] y) {
            this.at = at;
            this.y = y;
        }

        /** Slope over the window that ends before the value {@code next}. */
        double slopeAt(int next) {
            while (end < next) {
                add(end++, 1);
            }
            while (at[first] <= at[end - 1] - WINDOW) {
                add(first++, -1);
            }
            if (first >= summedAnewAt) {
                sumAnew();
            }
            int n = end - first;
            if (n < FEWEST || at[first] == at[end - 1]) {
                return Double.NaN;
            }
            double spread = n * sumXx - sumX * sumX;
            return spread > CANCELLED * n * sumXx ? (n * sumXy - sumX * sumY) / spread : direct();
        }

        private void add(int i, int sign) {
            double x = hours(at[i] - originAt);
            double dy = y[i] - originY;
            sumX += sign * x;
            sumY += sign * dy;
            sumXx += sign * x * x;
            sumXy += sign * x * dy;
        }

        /** Each value is summed about twice in all, so that this costs no more than the sweep. */
        private void sumAnew() {
            originAt = at[first];
            originY = y[first];
            sumX = 0;
            sumY = 0;
            sumXx = 0;
            sumXy = 0;
            for (int i = first; i < end; i++) {
                add(i, 1);
            }
            summedAnewAt = end;
        }

        private double direct() {
            double meanX = 0;
            double meanY = 0;
            for (int i = first; i < end; i++) {
                meanX += hours(at[i] - at[first]) / (end - first);
                meanY += y[i] / (end - first);
            }
            double xx = 0;
            double xy = 0;
            for (int i = first; i < end; i++) {
                double x = hours(at[i] - at[first]) - meanX;
                xx += x * x;
                xy += x * (y[i] - meanY);
            }
            return xy / xx;
        }

        private static double hours(long micros) {
            return (double) micros / Times.HOUR;
        }
    }
}
