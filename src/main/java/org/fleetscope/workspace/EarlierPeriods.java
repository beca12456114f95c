package org.fleetscope.workspace;

import java.util.List;
import java.util.stream.LongStream;
import org.fleetscope.analysis.Dimension;
import org.fleetscope.analysis.Grouping;
import org.fleetscope.model.TimeRange;
import org.fleetscope.model.Times;
import org.jspecify.annotations.Nullable;

/**
 * How far before the period of a cut those lie that it is compared with.
 *
 * @param range what the cut is of, open ends included
 * @param window shortest window grouped by; null without one
 */
record EarlierPeriods(TimeRange range, @Nullable Dimension window) {
    private static final long WEEK = 7 * Times.DAY;

    static EarlierPeriods of(TimeRange range, List<Grouping> by) {
        Dimension shortest = null;
        for (Grouping grouping : by) {
            if (grouping instanceof Dimension dimension
                    && dimension.window() > 0
                    && (shortest == null || dimension.window() < shortest.window())) {
                shortest = dimension;
            }
        }
        return new EarlierPeriods(range, shortest);
    }

    /**
     * Distances to the periods compared with, µs, the nearest first.
     *
     * @throws IllegalArgumentException when there is no period: neither a window nor both ends
     */
    long[] distances(PeriodComparison comparison) {
        if (comparison.kind() == PeriodComparison.Kind.NONE) {
            return new long[0];
        }
        Dimension windows = window;
        boolean closed = range.from() != TimeRange.ALL.from() && range.to() != TimeRange.ALL.to();
        if (windows == null && !closed) {
            throw new IllegalArgumentException(
                    "to compare with an earlier period, give both ends of this one or group by a"
                            + " window of time such as day");
        }
        if (comparison.kind() == PeriodComparison.Kind.WEEKDAY) {
            return LongStream.rangeClosed(1, comparison.weeks()).map(k -> k * WEEK).toArray();
        }
        return new long[] {windows == null ? range.length() : windows.window()};
    }

    /**
     * The range a distance before. An open end is where the last window ends.
     *
     * @param extent of the runs in the range
     */
    TimeRange before(long distance, TimeRange extent) {
        Dimension windows = window;
        long from = range.from() == TimeRange.ALL.from() ? range.from() : range.from() - distance;
        long to =
                range.to() == TimeRange.ALL.to() && windows != null
                        ? windows.nextWindow(extent.to())
                        : range.to();
        return new TimeRange(from, Math.max(from, to - distance));
    }
}
