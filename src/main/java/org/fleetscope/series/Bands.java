package org.fleetscope.series;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.fleetscope.analysis.Expectation;
import org.fleetscope.model.TimeRange;
import org.fleetscope.model.Times;

/**
 * Expected ranges as bands over a stretch of time. Each entry holds from its time until the next
 * one's; the last repeats the one before at the end of the stretch.
 */
final class Bands {
    private Bands() {}

    static Track.Band of(Expectation expected, TimeRange range) {
        long[] time = expected.hourly() ? hours(range) : new long[] {range.from(), range.to()};
        int[] entry = Arrays.stream(time).mapToInt(at -> entry(expected, at)).toArray();
        if (entry.length > 1) {
            entry[entry.length - 1] = entry[entry.length - 2];
        }
        return new Track.Band(
                expected.detector(),
                time,
                pick(expected.lower(), entry),
                pick(expected.typical(), entry),
                pick(expected.upper(), entry));
    }

    private static long[] hours(TimeRange range) {
        long second = Times.floor(range.from(), Times.HOUR) + Times.HOUR;
        long inside = range.to() <= second ? 0 : (range.to() - 1 - second) / Times.HOUR + 1;
        return LongStream.concat(
                        LongStream.concat(
                                LongStream.of(range.from()),
                                LongStream.range(0, inside).map(i -> second + i * Times.HOUR)),
                        LongStream.of(range.to()))
                .toArray();
    }

    private static int entry(Expectation expected, long time) {
        return expected.hourly() ? (int) (Math.floorMod(time, Times.DAY) / Times.HOUR) : 0;
    }

    private static double[] pick(double[] values, int[] entries) {
        return Arrays.stream(entries).mapToDouble(entry -> values[entry]).toArray();
    }
}
