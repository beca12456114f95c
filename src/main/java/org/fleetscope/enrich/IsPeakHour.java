package org.fleetscope.enrich;

import java.util.BitSet;

/** Whether a run fell into the busy hours. */
final class IsPeakHour extends FlagFeature {
    private static final int FRIDAY = 5;

    IsPeakHour() {
        super(
                "is_peak_hour",
                "Monday–Friday and 9 ≤ hour < 18; in mode auto, hours of the day whose mean runs per hour reach the 75th"
                        + " percentile of the 24",
                "true, false",
                "recorded_at");
    }

    @Override
    void fill(BitSet set, BitSet missing, EnrichInput input) {
        LocalTimes times = input.localTimes();
        boolean[][] peak = new boolean[8][24];
        for (int day = 1; day < peak.length; day++) {
            for (int hour = 0; hour < peak[day].length; hour++) {
                peak[day][hour] =
                        switch (input.settings().peakMode()) {
                            case FIXED -> day <= FRIDAY && hour >= 9 && hour < 18;
                            case AUTO -> input.peakHours().isPeak(hour);
                        };
            }
        }
        byte[] hours = times.hours();
        byte[] days = times.days();
        for (int row = 0; row < hours.length; row++) {
            if (peak[days[row]][hours[row]]) {
                set.set(row);
            }
        }
    }

    @Override
    public String why(int row, EnrichInput input) {
        LocalTimes times = input.localTimes();
        int hour = times.hours()[row];
        String when = HourOfDay.when(row, input) + ": day " + times.days()[row] + ", hour " + hour;
        return switch (input.settings().peakMode()) {
            case FIXED -> when;
            case AUTO ->
                    when
                            + " with "
                            + Numbers.text(input.peakHours().mean(hour))
                            + " runs per hour, 75th percentile "
                            + Numbers.text(input.peakHours().limit());
        };
    }
}
