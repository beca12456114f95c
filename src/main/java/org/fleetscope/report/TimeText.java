package org.fleetscope.report;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.fleetscope.model.TimeRange;
import org.fleetscope.model.Times;

/** Times for people, in UTC. */
final class TimeText {
    private static final DateTimeFormatter MINUTES = formatter("d MMM uuuu, HH:mm");
    private static final DateTimeFormatter SECONDS = formatter("uuuu-MM-dd HH:mm:ss");
    private static final DateTimeFormatter CLOCK = formatter("HH:mm");
    private static final DateTimeFormatter DAY = formatter("d MMM");

    private TimeText() {}

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }

    static String minutes(long micros) {
        return Times.format(micros, ZoneOffset.UTC, MINUTES);
    }

    static String seconds(long micros) {
        return Times.format(micros, ZoneOffset.UTC, SECONDS);
    }

    /** Label of a tick: the day at midnight, else the time of day. */
    static String tick(long micros) {
        return Times.format(
                micros, ZoneOffset.UTC, Math.floorMod(micros, Times.DAY) == 0 ? DAY : CLOCK);
    }

    static String range(TimeRange range) {
        return minutes(range.from()) + " to " + minutes(range.to()) + " UTC";
    }
}
