package org.fleetscope.enrich;

import org.fleetscope.frame.Frame;
import org.fleetscope.model.Times;

/**
 * Least-squares slope of an agent's runs per minute over the 60 whole UTC minutes before the one a
 * run is in; a minute without runs counts 0. In runs/min per hour, never missing. All sums are
 * whole numbers, so exact; O(n).
 */
final class ThroughputSlope {
    static final int MINUTES = 60;

    /** Sum of (k − 29.5)² for the minutes k = 0 … 59. */
    private static final double SPREAD = MINUTES * (MINUTES * MINUTES - 1) / 12.0;

    private static final double MIDDLE = (MINUTES - 1) / 2.0;

    private ThroughputSlope() {}

    /** Slopes by row of the frame. */
    static double[] compute(Frame frame) {
        double[] slopes = new double[frame.rows()];
        int[] order = frame.agentOrder();
        int[] starts = frame.agentStarts();
        for (int agent = 0; agent + 1 < starts.length; agent++) {
            int first = starts[agent];
            int end = first;
            long runs = 0;
            long minutes = 0;
            for (int i = starts[agent]; i < starts[agent + 1]; i++) {
                long now = minute(frame, order[i]);
                for (; minute(frame, order[end]) < now; end++) {
                    runs++;
                    minutes += minute(frame, order[end]) - minute(frame, order[starts[agent]]);
                }
                for (; first < end && minute(frame, order[first]) < now - MINUTES; first++) {
                    runs--;
                    minutes -= minute(frame, order[first]) - minute(frame, order[starts[agent]]);
                }
                long before = now - MINUTES - minute(frame, order[starts[agent]]);
                slopes[order[i]] = slope(runs, minutes - runs * before);
            }
        }
        return slopes;
    }

    /**
     * @param runs in the window
     * @param positions sum of the runs' minutes, counted from the window's first
     */
    static double slope(long runs, long positions) {
        return (positions - MIDDLE * runs) / SPREAD * MINUTES;
    }

    private static long minute(Frame frame, int row) {
        return Math.floorDiv(frame.recordedAt()[row], Times.MINUTE);
    }
}
