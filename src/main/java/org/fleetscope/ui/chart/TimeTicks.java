package org.fleetscope.ui.chart;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fleetscope.model.TimeRange;
import org.fleetscope.model.Times;

/** Round times of a zone for a time axis, from microseconds to years. */
final class TimeTicks {
    /**
     * A tick.
     *
     * @param label short, as fine as the step
     * @param context what the label leaves out, the date for instance; empty when unchanged since
     *     the tick before
     */
    record Tick(long time, String label, String context) {}

    private TimeTicks() {}

    /** Ticks inside the range, at most about {@code target}. */
    static List<Tick> of(TimeRange range, ZoneId zone, int target) {
        TimeStep step = TimeStep.atLeast(range.length() / Math.max(1, target));
        DateTimeFormatter label = formatter(step.labelPattern());
        DateTimeFormatter context = formatter(step.contextPattern());
        List<Tick> ticks = new ArrayList<>();
        String last = "";
        for (long time : times(range, zone, step)) {
            ZonedDateTime local = Times.toInstant(time).atZone(zone);
            String now = context.format(local);
            ticks.add(new Tick(time, label.format(local), now.equals(last) ? "" : now));
            last = now;
        }
        return List.copyOf(ticks);
    }

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }

    private static List<Long> times(TimeRange range, ZoneId zone, TimeStep step) {
        return step.isCalendar() ? calendar(range, zone, step) : clock(range, zone, step.micros());
    }

    private static List<Long> calendar(TimeRange range, ZoneId zone, TimeStep step) {
        List<Long> times = new ArrayList<>();
        LocalDate date = step.floor(Times.toInstant(range.from()).atZone(zone).toLocalDate());
        for (; ; date = step.next(date)) {
            long time = Times.ofInstant(date.atStartOfDay(zone).toInstant());
            if (time >= range.to()) {
                return times;
            }
            if (time >= range.from()) {
                times.add(time);
            }
        }
    }

    private static List<Long> clock(TimeRange range, ZoneId zone, long step) {
        List<Long> times = new ArrayList<>();
        long time = aligned(range.from(), zone, step);
        while (time < range.to()) {
            if (time >= range.from()) {
                times.add(time);
            }
            // A change of the zone's offset moves the round local times, so each step is aligned
            // anew.
            long next = aligned(time + step, zone, step);
            time = next - time > step / 2 ? next : aligned(time + 2 * step, zone, step);
        }
        return times;
    }

    private static long aligned(long time, ZoneId zone, long step) {
        long offset =
                zone.getRules().getOffset(Times.toInstant(time)).getTotalSeconds() * Times.SECOND;
        return Times.floor(time + offset, step) - offset;
    }
}
