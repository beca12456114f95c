package org.fleetscope.model;

import java.util.Arrays;
import java.util.Optional;

/** Unit of the times in line protocol, which a file does not tell. */
public enum TimePrecision {
    SECONDS("s", 1_000_000_000L),
    MILLISECONDS("ms", 1_000_000L),
    MICROSECONDS("us", 1_000L),
    NANOSECONDS("ns", 1L);

    private final String id;
    private final long nanos;

    TimePrecision(String id, long nanos) {
        this.id = id;
        this.nanos = nanos;
    }

    /** Name in mappings and on the command line. */
    public String id() {
        return id;
    }

    /** The precision of that name. */
    public static Optional<TimePrecision> of(String id) {
        return Arrays.stream(values()).filter(p -> p.id.equals(id)).findFirst();
    }

    /**
     * The unit of a time by its magnitude: below 10^11 s (the year 5138), below 10^14 ms, below
     * 10^17 µs, else ns.
     */
    public static TimePrecision byMagnitude(long time) {
        long size = Math.abs(time);
        if (size < 100_000_000_000L) {
            return SECONDS;
        }
        if (size < 100_000_000_000_000L) {
            return MILLISECONDS;
        }
        return size < 100_000_000_000_000_000L ? MICROSECONDS : NANOSECONDS;
    }

    /** Nanoseconds since the epoch; {@link Times#MISSING} outside the years 1678 to 2262. */
    public long toNanos(long time) {
        long all = time * nanos;
        return Math.multiplyHigh(time, nanos) == all >> 63 ? all : Times.MISSING;
    }
}
