package org.fleetscope.ui.chart;

import org.fleetscope.model.TimeRange;

/**
 * The stretch in view and the stretch it may move in.
 *
 * @param range in view, within the bounds
 */
record TimeWindow(TimeRange range, TimeRange bounds) {
    /** Finest zoom, µs. */
    static final long SHORTEST = 100;

    /**
     * A window whose range is moved and cut to lie within the bounds; bounds too short to show are
     * widened.
     */
    static TimeWindow of(TimeRange range, TimeRange bounds) {
        TimeRange outer = widen(bounds);
        long length = Math.clamp(range.length(), SHORTEST, outer.length());
        long from = Math.clamp(range.from(), outer.from(), outer.to() - length);
        return new TimeWindow(new TimeRange(from, from + length), outer);
    }

    /**
     * Zooms about a time.
     *
     * @param at time that stays where it is
     * @param factor of the new length against the old; below 1 zooms in
     */
    TimeWindow zoom(long at, double factor) {
        long length = Math.clamp(Math.round(range.length() * factor), SHORTEST, bounds.length());
        double share = (double) (at - range.from()) / range.length();
        long from = at - Math.round(share * length);
        return of(new TimeRange(from, from + length), bounds);
    }

    TimeWindow pan(long micros) {
        return of(new TimeRange(range.from() + micros, range.to() + micros), bounds);
    }

    TimeWindow reset() {
        return new TimeWindow(bounds, bounds);
    }

    private static TimeRange widen(TimeRange range) {
        if (range.length() >= SHORTEST) {
            return range;
        }
        return new TimeRange(range.from() - SHORTEST / 2, range.from() + SHORTEST / 2);
    }
}
