package org.fleetscope.ui.follow;

import org.fleetscope.model.TimeRange;
import org.fleetscope.model.Times;

/** Stretch of time that moves along with the newest row. */
public enum FollowWindow {
    QUARTER_HOUR("Last 15 min", Times.HOUR / 4),
    HOUR("Last hour", Times.HOUR),
    ALL("All time", Long.MAX_VALUE);

    private final String label;
    private final long length;

    FollowWindow(String label, long length) {
        this.label = label;
        this.length = length;
    }

    public String label() {
        return label;
    }

    /**
     * The stretch that ends just after a time; whole seconds, so that it does not change with every
     * row.
     */
    TimeRange before(long newest) {
        if (this == ALL || newest == Long.MIN_VALUE) {
            return TimeRange.ALL;
        }
        long end = Times.floor(newest, Times.SECOND) + Times.SECOND;
        return new TimeRange(end - length, end);
    }
}
