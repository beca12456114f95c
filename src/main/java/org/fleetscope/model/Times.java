package org.fleetscope.model;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Conversions of the inner time, microseconds since the epoch in UTC. A missing time is {@link
 * #MISSING}.
 */
public final class Times {
    /** Stands for a time that is absent or unreadable. */
    public static final long MISSING = Long.MIN_VALUE;

    public static final long SECOND = 1_000_000L;
    public static final long MINUTE = 60 * SECOND;
    public static final long HOUR = 60 * MINUTE;
    public static final long DAY = 24 * HOUR;

    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'");

    private Times() {}

    public static Instant toInstant(long micros) {
        return Instant.ofEpochSecond(
                Math.floorDiv(micros, SECOND), Math.floorMod(micros, SECOND) * 1000L);
    }

    /** Truncates below a microsecond. */
    public static long ofInstant(Instant instant) {
        return Math.addExact(
                Math.multiplyExact(instant.getEpochSecond(), SECOND), instant.getNano() / 1000L);
    }

    /**
     * ISO-8601 in UTC with six decimals, as in every export: {@code 2026-01-31T23:59:59.000001Z}.
     */
    public static String iso(long micros) {
        return ISO.format(toInstant(micros).atOffset(ZoneOffset.UTC));
    }

    /** Days since the epoch of the UTC day that holds the instant. */
    public static long epochDay(long micros) {
        return Math.floorDiv(micros, DAY);
    }

    /** Start of the aligned window of the given length that holds the instant. */
    public static long floor(long micros, long window) {
        return Math.floorDiv(micros, window) * window;
    }

    /** Text of an instant in a zone by a pattern of {@link DateTimeFormatter}. */
    public static String format(long micros, ZoneId zone, DateTimeFormatter formatter) {
        return formatter.format(toInstant(micros).atZone(zone));
    }
}
