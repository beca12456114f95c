package org.fleetscope.analysis;

import org.fleetscope.model.Times;

/**
 * What every run can be grouped by. A window of time is its start, as ISO-8601 text in UTC, weeks
 * begin on Monday; an agent is its id in lower case; weekday is 1 (Monday) to 7 and hour_of_day 0
 * to 23, both in UTC.
 */
public enum Dimension implements Grouping {
    AGENT("agent", 0),
    MINUTE("minute", Times.MINUTE),
    FIVE_MINUTES("5min", 5 * Times.MINUTE),
    QUARTER("15min", 15 * Times.MINUTE),
    HOUR("hour", Times.HOUR),
    SIX_HOURS("6h", 6 * Times.HOUR),
    DAY("day", Times.DAY),
    WEEK("week", 7 * Times.DAY),
    TYPE("type", 0),
    HOST("host", 0),
    PRIORITY("priority", 0),
    LAYER("layer", 0),
    WEEKDAY("weekday", 0),
    HOUR_OF_DAY("hour_of_day", 0);

    /** The epoch was a Thursday: the first Monday came four days later. */
    private static final long FIRST_MONDAY = 4 * Times.DAY;

    private final String id;
    private final long window;

    Dimension(String id, long window) {
        this.id = id;
        this.window = window;
    }

    @Override
    public String id() {
        return id;
    }

    /** Length of a window of time, µs; 0 for what is none. */
    public long window() {
        return window;
    }

    /** Number of the window that holds a time. */
    long windowOf(long micros) {
        return Math.floorDiv(micros - phase(), window);
    }

    /** Start of a window by its number, µs UTC. */
    long windowStart(long number) {
        return number * window + phase();
    }

    /** Start of the first window that begins at or after a time, µs UTC. */
    public long nextWindow(long micros) {
        return windowStart(windowOf(micros - 1) + 1);
    }

    private long phase() {
        return this == WEEK ? FIRST_MONDAY : 0;
    }
}
