package org.fleetscope.ingest;

import java.nio.charset.StandardCharsets;
import org.fleetscope.model.Times;

/**
 * Parses points of InfluxDB line protocol: {@code measurement[,tag=v…] field=v[,field=v…] [time]}.
 * Where its description leaves a choice, it does as InfluxDB 1 does: a backslash that escapes
 * nothing is a backslash, more blanks than one may stand between the parts, a tag may not occur
 * twice, NaN and infinities are no numbers.
 */
final class LineProtocolParser {
    /** Bytes that a string may have when it goes over several lines, as many as InfluxDB stores. */
    static final int LONGEST_STRING = 1 << 16;

    private static final int EXCERPT = 24;

    private byte[] bytes = new byte[0];
    private LinePoint point = new LinePoint();
    private int start;
    private int at;
    private int stop;
    private int limit;
    private int firstStop;
    private int[] tagOrder = new int[0];

    /**
     * Parses the point that starts here. Afterwards {@link #rowEnd()} says where it ends.
     *
     * @param limit end of the bytes; those of the first line and {@link #LONGEST_STRING} more are
     *     there, or all that the file has
     * @throws MalformedRowException what was found, and what was expected at which byte of the row
     */
    void parse(byte[] from, int first, int end, LinePoint to) throws MalformedRowException {
        bytes = from;
        start = first;
        limit = end;
        point = to;
        point.clear();
        at = start;
        stop = lineStop(start);
        firstStop = stop;
        blanks();
        measurement();
        tags();
        blanks();
        fields();
        blanks();
        if (at < stop) {
            time();
            blanks();
        }
        if (at < stop) {
            throw fault("the end of the line");
        }
    }

    /**
     * The line feed behind the point, or the end of the bytes. Behind a quote that opens a string
     * and has no partner it is the first line's, so that the lines that follow are not lost.
     */
    int rowEnd() {
        int end = stop;
        while (end < limit && bytes[end] != '\n') {
            end++;
        }
        return end;
    }

    /** The point's tags in the order of their keys. */
    int[] tagOrder() {
        return tagOrder;
    }

    /** End of the text of the line that holds a position, a carriage return before it left out. */
    private int lineStop(int position) {
        int end = position;
        while (end < limit && bytes[end] != '\n') {
            end++;
        }
        return end > position && bytes[end - 1] == '\r' ? end - 1 : end;
    }

    private void blanks() {
        while (at < stop && (bytes[at] == ' ' || bytes[at] == '\t')) {
            at++;
        }
    }

    private void measurement() throws MalformedRowException {
        int from = at;
        while (at < stop && bytes[at] != ',' && bytes[at] != ' ') {
            take(false);
        }
        if (at == from) {
            throw fault("a measurement");
        }
        point.endText();
        if (at == stop) {
            throw fault("a space and at least one field behind the measurement");
        }
    }

    private void tags() throws MalformedRowException {
        while (bytes[at] == ',') {
            at++;
            key("a tag");
            int from = at;
            while (at < stop && bytes[at] != ',' && bytes[at] != ' ' && bytes[at] != '=') {
                take(true);
            }
            if (at == from) {
                throw fault("a value of the tag");
            }
            if (at == stop) {
                throw fault("a space and at least one field behind the tags");
            }
            if (bytes[at] == '=') {
                throw fault("a comma or a space behind the tag's value, or \\= within it");
            }
            point.endText();
            point.endTag();
        }
        repeatedTags();
    }

    private void repeatedTags() throws MalformedRowException {
        tagOrder = point.sortedTags();
        for (int i = 1; i < tagOrder.length; i++) {
            int key = point.tagKey(tagOrder[i]);
            if (point.compareTexts(key, point.tagKey(tagOrder[i - 1])) == 0) {
                throw new MalformedRowException(
                        "tag " + point.text(key) + " twice", "each tag once");
            }
        }
    }

    /** A key and the equals sign behind it. */
    private int key(String of) throws MalformedRowException {
        int from = at;
        while (at < stop && bytes[at] != '=' && bytes[at] != ',' && bytes[at] != ' ') {
            take(true);
        }
        if (at == from) {
            throw fault("the key of " + of);
        }
        if (at == stop || bytes[at] != '=') {
            throw fault("= and a value behind the key of " + of);
        }
        at++;
        return point.endText();
    }

    private void fields() throws MalformedRowException {
        if (at == stop) {
            throw fault("at least one field");
        }
        boolean more = true;
        while (more) {
            int name = key("a field");
            value(name);
            more = at < stop && bytes[at] == ',';
            at += more ? 1 : 0;
        }
        if (at < stop && bytes[at] != ' ') {
            // Most likely the quote that opened the string has no partner on its line.
            MalformedRowException fault = fault("a comma or a space behind the closing quote");
            stop = firstStop;
            throw fault;
        }
    }

    private void value(int name) throws MalformedRowException {
        if (at == stop || bytes[at] == ',' || bytes[at] == ' ') {
            throw fault("a value of the field");
        }
        if (bytes[at] == '"') {
            string();
            point.field(name, PivotKind.TEXT, point.endText());
            return;
        }
        int from = at;
        while (at < stop && bytes[at] != ',' && bytes[at] != ' ') {
            at++;
        }
        int flag = flag(from);
        if (flag >= 0) {
            point.field(name, PivotKind.FLAG, flag);
            return;
        }
        try {
            LineProtocolNumber number = LineProtocolNumber.read(bytes, from, at);
            point.field(name, number.kind, number.bits);
        } catch (MalformedRowException e) {
            throw new MalformedRowException(
                    e.found(), e.expected() + ", at byte " + (from - start) + " of the row");
        }
    }

    /** 1 for true, 0 for false, −1 for what is neither. */
    private int flag(int from) {
        if (at - from > 5 || LineProtocolNumber.isDigit(bytes[from])) {
            return -1;
        }
        return switch (new String(bytes, from, at - from, StandardCharsets.ISO_8859_1)) {
            case "t", "T", "true", "True", "TRUE" -> 1;
            case "f", "F", "false", "False", "FALSE" -> 0;
            default -> -1;
        };
    }

    /** A string in quotes, which may go on over line feeds. */
    private void string() throws MalformedRowException {
        int from = at;
        at++;
        while (at < limit && bytes[at] != '"') {
            if (at > stop && at - from > LONGEST_STRING) {
                at = limit;
                break;
            }
            boolean escape =
                    bytes[at] == '\\'
                            && at + 1 < limit
                            && (bytes[at + 1] == '"' || bytes[at + 1] == '\\');
            at += escape ? 1 : 0;
            point.append(bytes[at]);
            at++;
        }
        if (at >= limit) {
            at = from;
            throw fault("a string that a quote closes");
        }
        at++;
        if (at > stop) {
            stop = lineStop(at);
        }
    }

    private void time() throws MalformedRowException {
        int from = at;
        boolean negative = bytes[at] == '-';
        at += negative ? 1 : 0;
        int digits = at;
        while (at < stop && LineProtocolNumber.isDigit(bytes[at])) {
            at++;
        }
        if (at == digits || (at < stop && bytes[at] != ' ' && bytes[at] != '\t')) {
            at = from;
            throw fault("a time, a whole number");
        }
        try {
            point.time =
                    Long.parseLong(new String(bytes, from, at - from, StandardCharsets.ISO_8859_1));
        } catch (NumberFormatException e) {
            at = from;
            throw fault("a time of 64 bits");
        }
        if (point.time == Times.MISSING) {
            at = from;
            throw fault("a time of 64 bits");
        }
    }

    /** Takes a character of a name or tag value, an escaped one without its backslash. */
    private void take(boolean equalsToo) {
        if (bytes[at] == '\\' && at + 1 < stop) {
            byte next = bytes[at + 1];
            at += next == ',' || next == ' ' || (equalsToo && next == '=') ? 1 : 0;
        }
        point.append(bytes[at]);
        at++;
    }

    private MalformedRowException fault(String expected) {
        String found =
                new String(bytes, at, Math.clamp(stop - at, 0, EXCERPT), StandardCharsets.UTF_8)
                        .strip();
        if (found.isEmpty()) {
            found = at >= stop ? "the end of the line" : "a space";
        }
        return new MalformedRowException(
                found, expected + ", at byte " + (at - start) + " of the row");
    }
}
