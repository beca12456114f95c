package org.fleetscope.ui.chart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.fleetscope.model.Times;

/**
 * A distance of ticks on a time axis.
 *
 * @param micros length, µs; of months and years the average one
 * @param days whole days, 0 for steps below a day and of months
 * @param months whole months, 0 for shorter steps
 */
record TimeStep(long micros, int days, int months, String labelPattern, String contextPattern) {
    private static final List<TimeStep> ALL = all();

    /** The finest step that is not shorter than the length; the coarsest one beyond. */
    static TimeStep atLeast(long micros) {
        for (TimeStep step : ALL) {
            if (step.micros >= micros) {
                return step;
            }
        }
        return ALL.getLast();
    }

    boolean isCalendar() {
        return days > 0 || months > 0;
    }

    /** First day of the step that holds the date; weeks start on Monday. */
    LocalDate floor(LocalDate date) {
        if (months > 0) {
            long month = date.getYear() * 12L + date.getMonthValue() - 1;
            long first = Math.floorDiv(month, months) * months;
            return LocalDate.of(
                    (int) Math.floorDiv(first, 12L), (int) Math.floorMod(first, 12L) + 1, 1);
        }
        // Day 0 of the epoch was a Thursday; four days earlier began a week.
        long shift = days % 7 == 0 ? 3 : 0;
        return LocalDate.ofEpochDay(Math.floorDiv(date.toEpochDay() + shift, days) * days - shift);
    }

    LocalDate next(LocalDate date) {
        return months > 0 ? date.plusMonths(months) : date.plusDays(days);
    }

    private static List<TimeStep> all() {
        List<TimeStep> steps = new ArrayList<>();
        for (long unit = 1; unit < Times.SECOND; unit *= 10) {
            String label = unit < 1000 ? "ss.SSSSSS" : "ss.SSS";
            for (int digit : new int[] {1, 2, 5}) {
                steps.add(new TimeStep(unit * digit, 0, 0, label, "d MMM yyyy HH:mm"));
            }
        }
        clock(steps, Times.SECOND, "HH:mm:ss", 1, 2, 5, 10, 15, 30);
        clock(steps, Times.MINUTE, "HH:mm", 1, 2, 5, 10, 15, 30);
        clock(steps, Times.HOUR, "HH:mm", 1, 2, 3, 6, 12);
        for (int days : new int[] {1, 2, 7, 14}) {
            steps.add(new TimeStep(days * Times.DAY, days, 0, "d MMM", "yyyy"));
        }
        for (int months : new int[] {1, 3, 6}) {
            steps.add(new TimeStep(months * 30L * Times.DAY, 0, months, "MMM", "yyyy"));
        }
        for (int years : new int[] {1, 2, 5, 10, 20, 50, 100, 1000}) {
            steps.add(new TimeStep(years * 365L * Times.DAY, 0, years * 12, "yyyy", "G"));
        }
        return List.copyOf(steps);
    }

    private static void clock(List<TimeStep> steps, long unit, String label, int... counts) {
        for (int count : counts) {
            steps.add(new TimeStep(unit * count, 0, 0, label, "EEE d MMM yyyy"));
        }
    }
}
