package org.fleetscope.enrich;

import java.util.List;
import org.fleetscope.model.Times;

/** Hour of recorded_at by the clock of the zone. */
final class HourOfDay extends IntFeature {
    HourOfDay() {
        super(
                "hour_of_day",
                "hour of recorded_at in the zone set",
                "0..23",
                List.of("recorded_at"),
                List.of());
    }

    @Override
    void fill(int[] to, EnrichInput input) {
        byte[] hours = input.localTimes().hours();
        for (int row = 0; row < to.length; row++) {
            to[row] = hours[row];
        }
    }

    @Override
    public String why(int row, EnrichInput input) {
        return when(row, input);
    }

    /** The time of a run and the zone it is read in. */
    static String when(int row, EnrichInput input) {
        return "recorded_at "
                + Times.iso(input.scope().recordedAt()[row])
                + " in zone "
                + input.settings().zone();
    }
}
