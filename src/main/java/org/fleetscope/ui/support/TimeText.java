package org.fleetscope.ui.support;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.OptionalLong;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.fleetscope.model.TimeRange;
import org.fleetscope.model.Times;

/**
 * Times in the zone a person chose, as people write and read them. One instance serves the whole
 * window: what it wrote is out of date once {@link #zoneProperty()} changes.
 */
public final class TimeText {
    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private static final DateTimeFormatter BRIEF =
            DateTimeFormatter.ofPattern("d MMM HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS");
    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");
    private static final DateTimeFormatter LOCAL =
            new DateTimeFormatterBuilder()
                    .appendPattern("uuuu-MM-dd HH:mm[:ss]")
                    .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
                    .toFormatter();

    private final ObjectProperty<ZoneId> zone;

    public TimeText(ZoneId zone) {
        this.zone = new SimpleObjectProperty<>(this, "zone", zone);
    }

    public ZoneId zone() {
        return zone.get();
    }

    public ObjectProperty<ZoneId> zoneProperty() {
        return zone;
    }

    /** Name of the zone for people, "UTC" or "Europe/Berlin". */
    public String zoneName() {
        return nameOf(zone());
    }

    /** Name of any zone for people. */
    public static String nameOf(ZoneId any) {
        return any.getId().equals("Z") ? "UTC" : any.getId();
    }

    /** To the second. */
    public String seconds(long micros) {
        return Times.format(micros, zone(), SECONDS);
    }

    /** To the second, without the year: "2 Mar 09:30:15". */
    public String brief(long micros) {
        return Times.format(micros, zone(), BRIEF);
    }

    /** To the millisecond, as a table shows a run. */
    public String millis(long micros) {
        return Times.format(micros, zone(), MILLIS);
    }

    /** Every digit there is: down to the minute, the second or the microsecond. */
    public String exact(long micros) {
        DateTimeFormatter format =
                micros % Times.MINUTE == 0
                        ? MINUTES
                        : micros % Times.SECOND == 0 ? SECONDS : MICROS;
        return Times.format(micros, zone(), format);
    }

    /** A time to edit, to the millisecond; microseconds only when there are some. */
    public String edited(long micros) {
        return Times.format(micros, zone(), micros % 1000 == 0 ? MILLIS : MICROS);
    }

    /** A range in this zone; "All time" for {@link TimeRange#ALL}. */
    public String range(TimeRange range) {
        if (range.equals(TimeRange.ALL)) {
            return "All time";
        }
        return Times.format(range.from(), zone(), SECONDS)
                + " – "
                + Times.format(range.to(), zone(), SECONDS);
    }

    /** A length of time in its two largest units: "2 h 5 min". */
    public static String duration(long micros) {
        long seconds = Math.round(micros / (double) Times.SECOND);
        if (seconds < 60) {
            return seconds + " s";
        }
        long minutes = seconds / 60;
        if (minutes < 60) {
            return minutes + " min " + seconds % 60 + " s";
        }
        long hours = minutes / 60;
        return hours < 48
                ? hours + " h " + minutes % 60 + " min"
                : hours / 24 + " d " + hours % 24 + " h";
    }

    /**
     * Reads a time: {@code 2026-01-31}, {@code 2026-01-31 09:30[:15[.123456]]} in this zone, or
     * ISO-8601 with an offset. Empty when it is none of these.
     */
    public OptionalLong parse(String text) {
        String trimmed = text.strip();
        try {
            return OptionalLong.of(Times.ofInstant(instant(trimmed)));
        } catch (DateTimeException | ArithmeticException e) {
            return OptionalLong.empty();
        }
    }

    private Instant instant(String text) {
        if (text.length() == 10) {
            return LocalDate.parse(text).atStartOfDay(zone()).toInstant();
        }
        boolean offset = text.matches(".*(Z|[+-]\\d{2}:?\\d{2})$") && text.length() > 16;
        if (offset) {
            return OffsetDateTime.parse(text.replace(' ', 'T')).toInstant();
        }
        return LocalDateTime.parse(text.replace('T', ' '), LOCAL).atZone(zone()).toInstant();
    }
}
