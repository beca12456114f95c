package org.fleetscope.ingest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.fleetscope.model.Times;

/** Times of series, ns since the epoch. */
final class SeriesTime {
    private static final long SECOND = 1_000_000_000L;

    private SeriesTime() {}

    /** RFC 3339 text with as many decimals as it needs, 0, 3, 6 or 9. */
    static String text(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND))
                .toString();
    }

    /** Time of RFC 3339 text; {@link Times#MISSING} for other text and outside 1678 to 2262. */
    static long of(String text) {
        try {
            Instant instant = OffsetDateTime.parse(text).toInstant();
            return Math.addExact(
                    Math.multiplyExact(instant.getEpochSecond(), SECOND), instant.getNano());
        } catch (DateTimeException | ArithmeticException e) {
            return Times.MISSING;
        }
    }
}
