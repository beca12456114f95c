package org.fleetscope.ui.chart;

import java.util.Arrays;
import org.fleetscope.model.TimeRange;

/**
 * The entries of an ascending time array that touch a range, with one neighbour on each side so
 * that lines reach the edges.
 *
 * @param from first index
 * @param to index after the last
 */
record Visible(int from, int to) {
    static Visible of(long[] time, TimeRange range) {
        int from = position(time, range.from());
        int to = position(time, range.to());
        return new Visible(Math.max(0, from - 1), Math.min(time.length, to + 1));
    }

    int count() {
        return to - from;
    }

    /** First index whose time is not before the instant. */
    static int position(long[] time, long micros) {
        int found = Arrays.binarySearch(time, micros);
        if (found < 0) {
            return -found - 1;
        }
        while (found > 0 && time[found - 1] == micros) {
            found--;
        }
        return found;
    }

    /** Index of the entry nearest to the instant; −1 without entries. */
    static int nearest(long[] time, long micros) {
        int after = position(time, micros);
        if (after == 0) {
            return time.length == 0 ? -1 : 0;
        }
        if (after == time.length) {
            return after - 1;
        }
        return time[after] - micros < micros - time[after - 1] ? after : after - 1;
    }
}
