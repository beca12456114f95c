package org.fleetscope.series;

import org.fleetscope.model.TimeRange;
import org.fleetscope.model.Times;

/**
 * Equal stretches of time aligned to UTC that cover a range, of a length people count in.
 *
 * @param first start of the first, µs; not after the range's start
 * @param length µs
 * @param count 0 for an empty range
 */
public record Buckets(long first, long length, int count) {
    private static final long[] LENGTHS = {
        Times.SECOND,
        2 * Times.SECOND,
        5 * Times.SECOND,
        10 * Times.SECOND,
        15 * Times.SECOND,
        30 * Times.SECOND,
        Times.MINUTE,
        2 * Times.MINUTE,
        5 * Times.MINUTE,
        10 * Times.MINUTE,
        15 * Times.MINUTE,
        30 * Times.MINUTE,
        Times.HOUR,
        2 * Times.HOUR,
        3 * Times.HOUR,
        6 * Times.HOUR,
        12 * Times.HOUR,
        Times.DAY,
        2 * Times.DAY,
        7 * Times.DAY,
        14 * Times.DAY,
        28 * Times.DAY,
        91 * Times.DAY,
        364 * Times.DAY
    };

    /** Buckets whose number comes nearest to the wanted one, as a ratio. */
    public static Buckets of(TimeRange range, int wanted) {
        if (wanted < 1) {
            throw new IllegalArgumentException("at least one bucket, not " + wanted);
        }
        double ideal = (double) range.length() / wanted;
        long best = LENGTHS[0];
        for (long length : LENGTHS) {
            if (Math.abs(Math.log(length / ideal)) < Math.abs(Math.log(best / ideal))) {
                best = length;
            }
        }
        long first = Times.floor(range.from(), best);
        long last = range.length() == 0 ? first : Times.floor(range.to() - 1, best) + best;
        return new Buckets(first, best, Math.toIntExact((last - first) / best));
    }

    /** Index of the bucket that holds a time, outside 0..count−1 when none does. */
    public int indexOf(long time) {
        return (int) Math.clamp(Math.floorDiv(time - first, length), -1L, count);
    }

    public long start(int bucket) {
        return first + bucket * length;
    }

    /** Start of each bucket, µs UTC. */
    public long[] starts() {
        long[] starts = new long[count];
        for (int i = 0; i < count; i++) {
            starts[i] = start(i);
        }
        return starts;
    }
}
