package org.fleetscope.enrich;

import java.util.Arrays;
import org.fleetscope.frame.Quantiles;
import org.fleetscope.model.TimeRange;

/**
 * Mean runs per hour for each hour of the day in scope, and the 75th percentile of these 24
 * numbers. An hour of the day counts as often as the clock struck it between the first run and the
 * last.
 */
final class PeakHours {
    private static final int HOURS = 24;
    private static final double PERCENTILE = 0.75;

    private final double[] mean = new double[HOURS];
    private final double limit;

    private PeakHours(long[] runs, long firstHour, long lastHour) {
        long all = lastHour - firstHour + 1;
        for (int hour = 0; hour < HOURS; hour++) {
            long after = Math.floorMod(hour - firstHour, (long) HOURS);
            long times = all / HOURS + (after < all % HOURS ? 1 : 0);
            mean[hour] = times == 0 ? 0 : (double) runs[hour] / times;
        }
        double[] sorted = mean.clone();
        Arrays.sort(sorted);
        limit = Quantiles.ofSorted(sorted, 0, HOURS, PERCENTILE);
    }

    static PeakHours of(EnrichInput input) {
        long[] runs = new long[HOURS];
        for (byte hour : input.localTimes().hours()) {
            runs[hour]++;
        }
        TimeRange extent = input.scope().extent();
        return new PeakHours(
                runs,
                LocalTimes.localHour(extent.from(), input.settings().zone()),
                LocalTimes.localHour(
                        Math.max(extent.from(), extent.to() - 1), input.settings().zone()));
    }

    boolean isPeak(int hour) {
        return mean[hour] >= limit;
    }

    double mean(int hour) {
        return mean[hour];
    }

    /** What an hour's mean must reach. */
    double limit() {
        return limit;
    }
}
