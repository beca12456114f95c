package org.fleetscope.enrich;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import org.fleetscope.model.Times;

/** Hours and week days of the runs in a zone. */
final class LocalTimes {
    private final byte[] hours;
    private final byte[] days;

    LocalTimes(long[] recordedAt, ZoneId zone) {
        hours = new byte[recordedAt.length];
        days = new byte[recordedAt.length];
        Clock clock = new Clock(zone.getRules());
        for (int row = 0; row < recordedAt.length; row++) {
            long hour = clock.localHour(recordedAt[row]);
            hours[row] = (byte) Math.floorMod(hour, 24L);
            days[row] = (byte) (Math.floorMod(Math.floorDiv(hour, 24L) + 3, 7L) + 1);
        }
    }

    /** Hours 0..23. */
    byte[] hours() {
        return hours;
    }

    /** ISO days, 1 = Monday. */
    byte[] days() {
        return days;
    }

    /** Number of the hour, since the local epoch, that holds an instant. */
    static long localHour(long micros, ZoneId zone) {
        return new Clock(zone.getRules()).localHour(micros);
    }

    /**
     * Keeps the offset of the stretch between two changes of the clock, where most runs of a file
     * lie.
     */
    private static final class Clock {
        private final ZoneRules rules;
        private long from;
        private long to;
        private long offset;

        Clock(ZoneRules rules) {
            this.rules = rules;
        }

        long localHour(long micros) {
            if (micros < from || micros >= to) {
                look(micros);
            }
            return Math.floorDiv(micros + offset, Times.HOUR);
        }

        private void look(long micros) {
            ZoneOffset at = rules.getOffset(Times.toInstant(micros));
            offset = at.getTotalSeconds() * Times.SECOND;
            // One µs on, since the transition before an instant is strictly before it.
            ZoneOffsetTransition last = rules.previousTransition(Times.toInstant(micros + 1));
            ZoneOffsetTransition next = rules.nextTransition(Times.toInstant(micros));
            from = last == null ? Long.MIN_VALUE : Times.ofInstant(last.getInstant());
            to = next == null ? Long.MAX_VALUE : Times.ofInstant(next.getInstant());
        }
    }
}
