package org.fleetscope.model;

/**
 * A half-open stretch of time [from, to) in microseconds since the epoch, UTC.
 *
 * @param from first instant inside, µs
 * @param to first instant after, µs; not before {@code from}
 */
public record TimeRange(long from, long to) {
    /** Everything that can be stored. */
    public static final TimeRange ALL = new TimeRange(Long.MIN_VALUE, Long.MAX_VALUE);

    public TimeRange {
        if (to < from) {
            throw new IllegalArgumentException(
                    "time range ends before it starts: " + from + " > " + to);
        }
    }

    public boolean contains(long micros) {
        return micros >= from && micros < to;
    }

    /** Length in µs; saturates for {@link #ALL}. */
    public long length() {
        long length = to - from;
        return length < 0 ? Long.MAX_VALUE : length;
    }

    public TimeRange intersect(TimeRange other) {
        long start = Math.max(from, other.from);
        return new TimeRange(start, Math.max(start, Math.min(to, other.to)));
    }

    /** The stretch of equal length that ends where this one starts. */
    public TimeRange previous() {
        return new TimeRange(from - length(), from);
    }
}
