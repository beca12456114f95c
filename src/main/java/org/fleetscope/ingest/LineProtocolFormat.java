package org.fleetscope.ingest;

import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.fleetscope.model.EntityKind;
import org.jspecify.annotations.Nullable;

/** InfluxDB line protocol, one point a line. */
final class LineProtocolFormat extends SeriesFormat {
    static final String ID = "line-protocol";

    private static final int LINES = 20;
    private static final Set<String> ENDINGS = Set.of("lp", "line", "influx", "lineprotocol");

    LineProtocolFormat() {
        super(ID);
    }

    @Override
    public @Nullable SourceFile recognise(Sample sample) throws IOException {
        byte[] head = sample.head();
        LineProtocolParser parser = new LineProtocolParser();
        LinePoint point = new LinePoint();
        Set<String> names = new HashSet<>();
        int lines = 0;
        int points = 0;
        int alike = 0;
        for (int at = 0; at < head.length && lines < LINES; ) {
            int end = lineEnd(head, at);
            if (isContent(head, at, end)) {
                lines++;
                alike += isAlike(head, at, end) ? 1 : 0;
                try {
                    parser.parse(head, at, head.length, point);
                    end = parser.rowEnd();
                    if (point.text(0).indexOf('=') < 0) {
                        points++;
                        addNames(point, names);
                    }
                } catch (MalformedRowException oneOfManyLines) {
                    end = parser.rowEnd();
                }
            }
            at = end + 1;
        }
        boolean byContent = 2 * Math.max(points, alike) > lines;
        boolean byName = lines > 0 && isNamedSo(sample) && !isJson(head);
        if (!byContent && !byName && !sample.isForced(id())) {
            return null;
        }
        EntityKind kind = EntityKinds.of(names::contains);
        return file(sample, kind == null ? EntityKind.KPI_REPORT : kind);
    }

    private static int lineEnd(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length && bytes[at] != '\n') {
            at++;
        }
        return at;
    }

    /** Whether a line is neither blank nor a comment. */
    private static boolean isContent(byte[] bytes, int start, int end) {
        int at = start;
        while (at < end && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\r')) {
            at++;
        }
        return at < end && bytes[at] != '#';
    }

    /**
     * Whether a line looks like a point, be it malformed: a name, perhaps tags, a space, a field.
     */
    private static boolean isAlike(byte[] bytes, int start, int end) {
        int at = start;
        boolean tags = false;
        boolean equals = false;
        for (; at < end && bytes[at] != ' '; at++) {
            tags |= bytes[at] == ',';
            if (bytes[at] == '=') {
                if (!tags) {
                    return false;
                }
                equals = true;
            }
            if (bytes[at] == '"' || bytes[at] == ';' || bytes[at] == '\t') {
                return false;
            }
            at += bytes[at] == '\\' ? 1 : 0;
        }
        if (at == start || at >= end || (tags && !equals)) {
            return false;
        }
        int key = at + 1;
        at = key;
        while (at < end && bytes[at] != '=' && bytes[at] != ' ' && bytes[at] != ',') {
            at++;
        }
        return at > key && at < end && bytes[at] == '=';
    }

    private static void addNames(LinePoint point, Set<String> names) {
        for (int i = 0; i < point.tags(); i++) {
            names.add(root(point.text(point.tagKey(i))));
        }
        for (int i = 0; i < point.fields(); i++) {
            names.add(root(point.text(point.fieldName(i))));
        }
    }

    private static String root(String name) {
        return MemberPath.of(name).names().getFirst();
    }

    private static boolean isNamedSo(Sample sample) {
        String name = sample.path().getFileName().toString().toLowerCase(Locale.ROOT);
        String plain = name.replaceFirst("\\.(gz|zst)$", "");
        return ENDINGS.contains(plain.substring(plain.lastIndexOf('.') + 1));
    }

    private static boolean isJson(byte[] head) {
        int at = 0;
        while (at < head.length && head[at] <= ' ') {
            at++;
        }
        return at < head.length && (head[at] == '{' || head[at] == '[');
    }

    @Override
    void read(Reading reading, SeriesRows rows) throws IOException {
        Pivot pivot = reading.pivot();
        new LineProtocolReader(reading.precision(), pivot).read(reading.in(), reading.name(), rows);
        try (SourceText source = SourceText.of(reading.file())) {
            new PivotedRows(pivot, true).to(rows, source);
        }
    }

    @Override
    public int firstRowEnd(SourceFile file, byte[] bytes, int length) {
        LineProtocolParser parser = new LineProtocolParser();
        try {
            parser.parse(bytes, 0, length, new LinePoint());
        } catch (MalformedRowException itsLineIsShownAllTheSame) {
            // A string cut by the end of these bytes may be whole in the file.
            if (length < 2 * LineProtocolParser.LONGEST_STRING && bytes.length == length) {
                return -1;
            }
        }
        int end = parser.rowEnd();
        return end < length ? end + 1 : -1;
    }
}
