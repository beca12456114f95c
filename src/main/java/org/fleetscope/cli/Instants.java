package org.fleetscope.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.function.Function;
import org.fleetscope.model.Times;

/** Reads times as they are typed on a command line. */
final class Instants {
    private static final DateTimeFormatter WITH_BLANK =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss")
                    .withResolverStyle(ResolverStyle.STRICT);

    private static final List<Function<String, Instant>> SPELLINGS =
            List.of(
                    text -> OffsetDateTime.parse(text).toInstant(),
                    text -> LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant(),
                    text -> LocalDateTime.parse(text, WITH_BLANK).toInstant(ZoneOffset.UTC));

    private Instants() {}

    /**
     * Microseconds UTC of ISO-8601 with an offset, of a date (its start in UTC), or of {@code
     * yyyy-MM-dd HH:mm:ss} in UTC.
     *
     * @throws IllegalArgumentException for anything else; the message says what was expected
     */
    static long parse(String text) {
        String stripped = text.strip();
        DateTimeException last = null;
        for (Function<String, Instant> spelling : SPELLINGS) {
            try {
                return Times.ofInstant(spelling.apply(stripped));
            } catch (DateTimeParseException e) {
                last = e;
            }
        }
        throw new IllegalArgumentException(
                "'"
                        + text
                        + "' is no time: expected 2026-03-04T10:00:00Z, 2026-03-04T10:00:00+01:00, 2026-03-04 or '2026-03-04 10:00:00' (UTC)",
                last);
    }
}
