package org.fleetscope.enrich;

import java.util.List;

/** ISO day of the week of recorded_at by the calendar of the zone. */
final class DayOfWeek extends IntFeature {
    DayOfWeek() {
        super(
                "day_of_week",
                "ISO day of the week of recorded_at in the zone set",
                "1 (Monday)..7",
                List.of("recorded_at"),
                List.of());
    }

    @Override
    void fill(int[] to, EnrichInput input) {
        byte[] days = input.localTimes().days();
        for (int row = 0; row < to.length; row++) {
            to[row] = days[row];
        }
    }

    @Override
    public String why(int row, EnrichInput input) {
        return HourOfDay.when(row, input);
    }
}
