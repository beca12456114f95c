package org.fleetscope.sample;

import java.util.List;
import org.fleetscope.model.TimeRange;
import org.fleetscope.model.Times;

/** How busy a fleet is minute by minute: quiet nights, busy working days, weekends at half. */
final class LoadCurve {
    private final TimeRange time;
    private final double[] load;
    private final double[] cumulative;

    /**
     * @param dips faults that take away a share of the runs
     */
    LoadCurve(TimeRange time, List<Fault> dips) {
        this.time = time;
        int minutes = Math.toIntExact(time.length() / Times.MINUTE);
        load = new double[minutes];
        cumulative = new double[minutes + 1];
        for (int i = 0; i < minutes; i++) {
            long at = start(i);
            load[i] = at(at);
            double weight = load[i];
            for (Fault dip : dips) {
                weight *= dip.time().contains(at) ? 1 - dip.strength() : 1;
            }
            cumulative[i + 1] = cumulative[i] + weight;
        }
    }

    /** Load of an instant on an undisturbed day, about 0.2 at night to 1 at the peak. */
    private static double at(long micros) {
        double hour = (double) Math.floorMod(micros, Times.DAY) / Times.HOUR;
        double day = 0.22 + 0.62 * bump(hour, 10.5, 2.2) + 0.66 * bump(hour, 15.0, 2.4);
        // 1970-01-01 was a Thursday, so days 2 and 3 of each week of the epoch are the weekend
        long dayOfEpochWeek = Math.floorMod(Times.epochDay(micros), 7L);
        return dayOfEpochWeek == 2 || dayOfEpochWeek == 3 ? 0.5 * day : day;
    }

    private static double bump(double hour, double centre, double width) {
        double z = (hour - centre) / width;
        return StrictMath.exp(-0.5 * z * z);
    }

    int minutes() {
        return load.length;
    }

    long start(int minute) {
        return time.from() + minute * Times.MINUTE;
    }

    double load(int minute) {
        return load[minute];
    }

    /** How many of the given rows lie before the end of a minute. */
    long rowsUntilEndOf(int minute, long rows) {
        return minute == load.length - 1
                ? rows
                : Math.round(rows * (cumulative[minute + 1] / cumulative[load.length]));
    }
}
