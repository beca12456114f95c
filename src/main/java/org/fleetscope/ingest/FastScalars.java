package org.fleetscope.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalInt;
import org.fleetscope.model.Priority;
import org.fleetscope.model.Times;
import org.jspecify.annotations.Nullable;

/** Reads ids, the time and the priority of a KPI row at a cursor. */
final class FastScalars {
    private static final byte[] SECONDS =
            "\"secs_since_epoch\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NANOS = "\"nanos_since_epoch\"".getBytes(StandardCharsets.US_ASCII);

    /** A spelling of a priority, and −1 when it is none. */
    private record Level(byte[] name, int level) {}

    private final JsonCursor in;
    private final UuidText uuid = new UuidText();
    private final @Nullable Level[] levels = new Level[64];

    long taskHi;
    long taskLo;
    long agentHi;
    long agentLo;
    long micros;
    int priority;

    FastScalars(JsonCursor in) {
        this.in = in;
    }

    long uuid(boolean task) {
        in.expect('"');
        if (in.strange
                || in.at + UuidText.LENGTH >= in.bytes.length
                || !uuid.read(in.bytes, in.at)) {
            in.strange = true;
            return 0;
        }
        in.at += UuidText.LENGTH;
        // Blanks before the quote would belong to the text.
        in.strange |= in.bytes[in.at] != '"';
        in.at++;
        if (task) {
            taskHi = uuid.hi;
            taskLo = uuid.lo;
        } else {
            agentHi = uuid.hi;
            agentLo = uuid.lo;
        }
        return ContentHash.ofUuid(uuid.hi, uuid.lo);
    }

    long time(byte next) {
        if (next == '"') {
            in.string();
            micros = in.strange ? Times.MISSING : Rfc3339.micros(in.bytes, in.start, in.end);
        } else if (next == '{') {
            systemTime();
        } else {
            in.number();
            micros = in.isWhole && in.whole >= 0 ? TimeText.ofWhole(in.whole) : Times.MISSING;
        }
        in.strange |= micros == Times.MISSING;
        return ContentHash.ofLong(micros);
    }

    private void systemTime() {
        in.expect('{');
        in.peek();
        in.literal(SECONDS);
        in.expect(':');
        in.number();
        long seconds = in.whole;
        in.strange |= !in.isWhole;
        in.expect(',');
        in.peek();
        in.literal(NANOS);
        in.expect(':');
        in.number();
        in.strange |= !in.isWhole;
        in.expect('}');
        micros = in.strange ? Times.MISSING : TimeText.ofSystemTime(seconds, in.whole);
    }

    long priority(byte next) {
        if (next == '"') {
            in.string();
            priority = in.strange ? -1 : named();
        } else {
            in.number();
            priority = in.isWhole ? level(Long.toString(in.whole)) : -1;
        }
        in.strange |= priority < 0;
        return ContentHash.ofLong(priority);
    }

    /** Rows spell the same few names again and again, so each is understood once. */
    private int named() {
        int slot = (int) (ContentHash.ofText(in.bytes, in.start, in.end) >>> 58);
        Level known = levels[slot];
        if (known == null
                || !Arrays.equals(in.bytes, in.start, in.end, known.name, 0, known.name.length)) {
            byte[] name = Arrays.copyOfRange(in.bytes, in.start, in.end);
            known = new Level(name, level(new String(name, StandardCharsets.UTF_8)));
            levels[slot] = known;
        }
        return known.level;
    }

    private static int level(String text) {
        OptionalInt level = Priority.parse(text);
        return level.orElse(-1);
    }
}
