package org.fleetscope.report;

import java.util.ArrayList;
import java.util.List;
import org.fleetscope.model.TimeRange;
import org.fleetscope.model.Times;

/** Round times along an axis. */
final class TimeTicks {
    private static final long[] STEPS = {
        Times.SECOND,
        5 * Times.SECOND,
        15 * Times.SECOND,
        Times.MINUTE,
        5 * Times.MINUTE,
        15 * Times.MINUTE,
        30 * Times.MINUTE,
        Times.HOUR,
        2 * Times.HOUR,
        6 * Times.HOUR,
        12 * Times.HOUR,
        Times.DAY,
        2 * Times.DAY,
        7 * Times.DAY,
        30 * Times.DAY,
        90 * Times.DAY,
        365 * Times.DAY
    };

    private TimeTicks() {}

    /** Ticks inside a range, at most the given number where a step of a year or less suffices. */
    static List<Long> in(TimeRange range, int most) {
        long step = STEPS[STEPS.length - 1];
        for (int i = STEPS.length - 1; i >= 0 && range.length() / STEPS[i] <= most; i--) {
            step = STEPS[i];
        }
        List<Long> ticks = new ArrayList<>();
        long first = Math.ceilDiv(range.from(), step) * step;
        for (long at = first; at <= range.to(); at += step) {
            ticks.add(at);
        }
        return ticks;
    }
}
