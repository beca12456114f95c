package org.fleetscope.ui.timeline;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.OptionalLong;
import org.fleetscope.model.Times;

/** Times as they are typed and shown in the range fields. */
final class TimeInput {
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ENGLISH);
    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ENGLISH);
    private static final DateTimeFormatter TYPED =
            new DateTimeFormatterBuilder()
                    .appendPattern("uuuu-MM-dd[ HH:mm[:ss]]")
                    .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
                    .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
                    .parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0)
                    .toFormatter(Locale.ENGLISH);

    private final ZoneId zone;

    TimeInput(ZoneId zone) {
        this.zone = zone;
    }

    /** Text that {@link #parse} reads back exactly; microseconds only when there are some. */
    String text(long micros) {
        return Times.format(micros, zone, micros % 1000 == 0 ? MILLIS : MICROS);
    }

    /**
     * Reads a time of the zone, as fine as it is given, or ISO-8601 with an offset; empty when it
     * is neither.
     */
    OptionalLong parse(String text) {
        String trimmed = text.strip();
        try {
            return OptionalLong.of(Times.ofInstant(OffsetDateTime.parse(trimmed).toInstant()));
        } catch (DateTimeException notIso) {
            return parseLocal(trimmed.replace('T', ' '));
        }
    }

    private OptionalLong parseLocal(String text) {
        try {
            LocalDateTime local = LocalDateTime.parse(text, TYPED);
            return OptionalLong.of(Times.ofInstant(local.atZone(zone).toInstant()));
        } catch (DateTimeException neither) {
            return OptionalLong.empty();
        }
    }
}
