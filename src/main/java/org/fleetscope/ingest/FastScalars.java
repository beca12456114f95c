package org.fleetscope.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalInt;
import org.fleetscope.model.Priority;
import org.fleetscope.model.Times;

/** Reads ids, the time and the priority of a KPI row at a cursor. */
final class FastScalars {
    private static final byte[] SECONDS =
            "\"secs_since_epoch\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NANOS = "\"nanos_since_epoch\"".getBytes(StandardCharsets.US_ASCII);

    private final JsonCursor in;
    private final UuidText uuid = new UuidText();
    private byte[] lastPriority = new byte[0];
    private int lastLevel;

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

    private int named() {
        if (!Arrays.equals(in.bytes, in.start, in.end, lastPriority, 0, lastPriority.length)) {
            lastPriority = Arrays.copyOfRange(in.bytes, in.start, in.end);
            lastLevel = level(new String(lastPriority, StandardCharsets.UTF_8));
        }
        return lastLevel;
    }

    private static int level(String text) {
        OptionalInt level = Priority.parse(text);
        return level.orElse(-1);
    }
}
