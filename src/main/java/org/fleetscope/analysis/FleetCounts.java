package org.fleetscope.analysis;

import java.util.Arrays;
import org.fleetscope.frame.Frame;
import org.fleetscope.frame.Quantiles;
import org.fleetscope.model.Times;

/**
 * Runs of the whole fleet a window, against the median of the windows around: square roots, whose
 * spread does not grow with the count, and a robust deviation over all windows.
 */
final class FleetCounts {
    /** Windows to each side that tell what is usual: long against a hole, short against a day. */
    private static final int AROUND = 18;

    private static final long LENGTH = 5 * Times.MINUTE;

    /** Deviation of the square root of a Poisson count. */
    private static final double LEAST_DEVIATION = 0.5;

    private final Frame frame;
    private final Windows windows;
    private final double[] root;
    private final double[] usual;
    private final double deviation;

    private FleetCounts(Frame frame) {
        this.frame = frame;
        windows = Windows.covering(frame.extent(), LENGTH);
        root = new double[windows.count()];
        for (long at : frame.recordedAt()) {
            root[windows.indexOf(at)]++;
        }
        Arrays.setAll(root, w -> Math.sqrt(root[w]));
        usual = new double[root.length];
        double[] distance = new double[root.length];
        for (int w = 0; w < root.length; w++) {
            double[] around =
                    Arrays.copyOfRange(
                            root, Math.max(0, w - AROUND), Math.min(root.length, w + AROUND + 1));
            usual[w] = Quantiles.median(around, 0, around.length);
            distance[w] = Math.abs(root[w] - usual[w]);
        }
        deviation =
                Math.max(
                        LEAST_DEVIATION,
                        Quantiles.median(distance, 0, distance.length) / RobustBaseline.NORMAL);
    }

    static FleetCounts of(Frame frame) {
        return new FleetCounts(frame);
    }

    int count() {
        return root.length;
    }

    long start(int window) {
        return windows.start(window);
    }

    /** Standard deviations from usual; 0 for the first and the last window, which are cut. */
    double score(int window) {
        return window == 0 || window == root.length - 1
                ? 0
                : (root[window] - usual[window]) / deviation;
    }

    /** Runs a minute. */
    double rate(int window) {
        return root[window] * root[window] / windows.minutes();
    }

    /** Runs a minute of the windows around. */
    double usualRate(int window) {
        return usual[window] * usual[window] / windows.minutes();
    }

    /** The last run before a window; the first of all when there is none. */
    int runBefore(int window) {
        int last = 0;
        long[] at = frame.recordedAt();
        for (int row = 0; row < at.length; row++) {
            boolean better =
                    at[row] < start(window) && (at[last] >= start(window) || at[row] > at[last]);
            last = better ? row : last;
        }
        return last;
    }
}
