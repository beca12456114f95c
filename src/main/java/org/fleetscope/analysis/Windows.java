package org.fleetscope.analysis;

import org.fleetscope.frame.Frame;
import org.fleetscope.model.TimeRange;
import org.fleetscope.model.Times;

/**
 * Equal windows aligned to UTC that cover a frame.
 *
 * @param first start of the first window, µs UTC
 * @param length µs, &gt; 0
 * @param count windows, ≥ 0
 */
public record Windows(long first, long length, int count) {
    private static final long[] LENGTHS = {
        Times.MINUTE, 5 * Times.MINUTE, 15 * Times.MINUTE, Times.HOUR, 6 * Times.HOUR, Times.DAY
    };

    /** Runs that a window of an agent should have on the average, for its median to say much. */
    private static final double RUNS_A_WINDOW = 4;

    /** The shortest usual windows in which an agent has enough runs on the average. */
    public static Windows fitting(Frame frame) {
        TimeRange extent = frame.extent();
        if (frame.rows() == 0) {
            return new Windows(0, Times.MINUTE, 0);
        }
        double span = Math.max(1, extent.to() - extent.from());
        double perAgent = (double) frame.rows() / frame.agents().size();
        long length = LENGTHS[LENGTHS.length - 1];
        for (int i = LENGTHS.length - 1; i >= 0; i--) {
            if (perAgent * LENGTHS[i] / span >= RUNS_A_WINDOW) {
                length = LENGTHS[i];
            }
        }
        return covering(extent, length);
    }

    public static Windows covering(TimeRange extent, long length) {
        long first = Times.floor(extent.from(), length);
        return new Windows(first, length, Math.toIntExact((extent.to() - 1 - first) / length + 1));
    }

    public int indexOf(long time) {
        return (int) ((time - first) / length);
    }

    /** Start of a window, µs UTC. */
    public long start(int window) {
        return first + window * length;
    }

    public double minutes() {
        return (double) length / Times.MINUTE;
    }
}
