package org.fleetscope.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.fleetscope.model.TimePrecision;
import org.fleetscope.model.Times;
import org.jspecify.annotations.Nullable;

/**
 * Reads line protocol into a {@link Pivot}: the fields of a series and time become one row, however
 * many lines they stand on, and the last value of a field counts.
 */
final class LineProtocolReader {
    private static final String DEFINITIONS = "# DDL";

    private final @Nullable TimePrecision precision;
    private final Pivot pivot;
    private final LineProtocolParser parser = new LineProtocolParser();
    private final LinePoint point = new LinePoint();
    private int[] key = new int[32];
    private boolean inDefinitions;

    /**
     * @param precision unit of the times; null to tell it by their magnitude
     */
    LineProtocolReader(@Nullable TimePrecision precision, Pivot pivot) {
        this.precision = precision;
        this.pivot = pivot;
    }

    /**
     * Reads to the end.
     *
     * @param rows takes what is malformed; the rows are in the pivot
     */
    void read(InputStream in, String file, SeriesRows rows) throws IOException {
        ByteWindow window = new ByteWindow(in, file);
        while (window.fill(LineProtocolParser.LONGEST_STRING)) {
            if (isNoPoint(window)) {
                window.moveTo(window.lineEnd() + 1);
            } else {
                point(window, rows);
            }
        }
    }

    /** Blank lines, comments, and the definitions that influx_inspect writes before the points. */
    private boolean isNoPoint(ByteWindow window) {
        byte[] bytes = window.bytes();
        int at = window.at();
        int end = window.lineEnd();
        while (at < end && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\r')) {
            at++;
        }
        if (at < end && bytes[at] == '#') {
            String comment = new String(bytes, at, end - at, StandardCharsets.UTF_8).strip();
            inDefinitions = comment.equals(DEFINITIONS) || (inDefinitions && !isEnd(comment));
            return true;
        }
        return at == end || inDefinitions;
    }

    private static boolean isEnd(String comment) {
        return comment.equals("# DML");
    }

    private void point(ByteWindow window, SeriesRows rows) throws IOException {
        byte[] bytes = window.bytes();
        int start = window.at();
        int end = start;
        try {
            parser.parse(bytes, start, window.end(), point);
            end = parser.rowEnd();
            checkText(bytes, start, end);
            long time = time();
            int row = pivot.row(series(), time, window.place(), textEnd(bytes, start, end) - start);
            if (row >= 0) {
                fields(row);
            }
        } catch (MalformedRowException e) {
            end = parser.rowEnd();
            rows.malformed(e, window.place(), RawText.of(bytes, start, textEnd(bytes, start, end)));
        }
        window.moveTo(end + 1);
    }

    private static int textEnd(byte[] bytes, int start, int end) {
        return end > start && bytes[end - 1] == '\r' ? end - 1 : end;
    }

    private static void checkText(byte[] bytes, int start, int end) throws MalformedRowException {
        int at = start;
        while (at < end && bytes[at] > 0) {
            at++;
        }
        int invalid = Utf8.firstInvalid(bytes, at, end);
        if (invalid >= 0) {
            throw new MalformedRowException(
                    "byte 0x%02X".formatted(bytes[invalid] & 0xFF),
                    "UTF-8 text at byte " + (invalid - start) + " of the row");
        }
        for (; at < end; at++) {
            if (bytes[at] == 0) {
                throw new MalformedRowException(
                        "a zero byte", "text at byte " + (at - start) + " of the row");
            }
        }
    }

    private long time() throws MalformedRowException {
        if (point.time == Times.MISSING) {
            return Times.MISSING;
        }
        TimePrecision unit = precision == null ? TimePrecision.byMagnitude(point.time) : precision;
        long nanos = unit.toNanos(point.time);
        if (nanos == Times.MISSING) {
            throw new MalformedRowException(
                    point.time + " " + unit.id(), "a time in the years 1678 to 2261");
        }
        return nanos;
    }

    private int series() throws IOException {
        int tags = point.tags();
        if (key.length < 1 + 2 * tags) {
            key = new int[2 + 4 * tags];
        }
        int[] order = parser.tagOrder();
        key[0] = number(0);
        for (int i = 0; i < tags; i++) {
            key[1 + 2 * i] = number(point.tagKey(order[i]));
            key[2 + 2 * i] = number(point.tagKey(order[i]) + 1);
        }
        return pivot.series(key, 1 + 2 * tags);
    }

    private int number(int text) {
        return pivot.texts.number(point.bytes(), point.start(text), point.end(text));
    }

    private void fields(int row) throws IOException {
        for (int i = 0; i < point.fields(); i++) {
            byte kind = point.kind(i);
            long bits = point.value(i);
            pivot.value(
                    row,
                    number(point.fieldName(i)),
                    kind,
                    kind == PivotKind.TEXT ? number((int) bits) : bits);
        }
    }
}
