package org.fleetscope.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import org.fleetscope.model.Times;
import org.jspecify.annotations.Nullable;

/**
 * Reads times as {@link TimeText} does, and those without an offset in a zone. Thread-safe.
 *
 * @param zone null when a time has to have an offset
 * @param pattern of {@link DateTimeFormatter}; null for ISO 8601 dates and times
 */
record LocalTimes(@Nullable ZoneId zone, @Nullable String pattern, DateTimeFormatter formatter) {
    /** Times that have an offset. */
    static final LocalTimes NONE = new LocalTimes(null, null, iso());

    private static final int NANOS_DIGITS = 18;

    /**
     * @throws DateTimeException when there is no such zone
     * @throws IllegalArgumentException when this is no pattern
     */
    static LocalTimes of(@Nullable String zone, @Nullable String pattern) {
        return new LocalTimes(
                zone == null ? null : ZoneId.of(zone),
                pattern,
                pattern == null ? iso() : ofPattern(pattern));
    }

    private static DateTimeFormatter ofPattern(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .parseDefaulting(ChronoField.ERA, 1)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    private static DateTimeFormatter iso() {
        return new DateTimeFormatterBuilder()
                .appendPattern("uuuu-MM-dd['T'][ ]HH:mm[:ss]")
                .optionalStart()
                .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
                .optionalEnd()
                .toFormatter(Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** µs since the epoch; {@link Times#MISSING} for what can't be read. */
    long micros(JsonNode node) {
        if (pattern == null) {
            long micros = TimeText.of(node);
            if (micros != Times.MISSING) {
                return micros;
            }
        }
        return zone == null && pattern == null || !node.isTextual()
                ? Times.MISSING
                : local(node.textValue().strip());
    }

    private long local(String text) {
        try {
            TemporalAccessor read = formatter.parse(text);
            LocalDate date = read.query(TemporalQueries.localDate());
            var time = read.query(TemporalQueries.localTime());
            ZoneId offset = read.query(TemporalQueries.zone());
            ZoneId in = offset == null ? zone : offset;
            return date == null || time == null || in == null
                    ? Times.MISSING
                    : Times.ofInstant(LocalDateTime.of(date, time).atZone(in).toInstant());
        } catch (DateTimeException noSuchTime) {
            return Times.MISSING;
        }
    }

    /** Milliseconds between two times, below a µs too where both are in ns; NaN when unknown. */
    double millisBetween(JsonNode start, JsonNode end) {
        if (isNanos(start) && isNanos(end)) {
            return (Long.parseLong(end.asText()) - Long.parseLong(start.asText())) / 1e6;
        }
        long from = micros(start);
        long to = micros(end);
        return from == Times.MISSING || to == Times.MISSING ? Double.NaN : (to - from) / 1e3;
    }

    private static boolean isNanos(JsonNode node) {
        String text = node.isTextual() || node.isIntegralNumber() ? node.asText() : "";
        return text.length() > NANOS_DIGITS - 1
                && text.length() <= NANOS_DIGITS + 1
                && text.chars().allMatch(c -> c >= '0' && c <= '9')
                && (text.length() <= NANOS_DIGITS
                        || text.compareTo(String.valueOf(Long.MAX_VALUE)) <= 0);
    }
}
