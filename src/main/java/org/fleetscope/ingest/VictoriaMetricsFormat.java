package org.fleetscope.ingest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.fleetscope.model.EntityKind;
import org.fleetscope.model.TimePrecision;
import org.fleetscope.model.Times;
import org.jspecify.annotations.Nullable;

/**
 * Export of VictoriaMetrics, a series or a part of one a line: {@code
 * {"metric":{"__name__":…},"values":[…],"timestamps":[…]}}. The values of all names with the same
 * labels and time make a row; of several values of one name the last counts.
 */
final class VictoriaMetricsFormat extends SeriesFormat {
    VictoriaMetricsFormat() {
        super("victoriametrics");
    }

    @Override
    public @Nullable SourceFile recognise(Sample sample) throws IOException {
        return sample.isForced(id()) || isExport(sample.head())
                ? file(sample, EntityKind.KPI_REPORT)
                : null;
    }

    /** Whether a text starts with an object of metric, values and timestamps, be it cut off. */
    private static boolean isExport(byte[] head) {
        int at = 0;
        while (at < head.length && head[at] <= ' ' && head[at] > 0) {
            at++;
        }
        if (at == head.length || head[at] != '{') {
            return false;
        }
        Set<String> members = new HashSet<>();
        try (JsonParser parser =
                JsonRow.MAPPER.getFactory().createParser(head, at, head.length - at)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME && members.size() < 3) {
                String member = parser.currentName();
                JsonToken opened = parser.nextToken();
                boolean fits =
                        member.equals("metric")
                                ? opened == JsonToken.START_OBJECT
                                : opened == JsonToken.START_ARRAY
                                        && (member.equals("values") || member.equals("timestamps"));
                if (!fits) {
                    return false;
                }
                members.add(member);
                if (members.contains("metric") && members.size() > 1) {
                    return true;
                }
                parser.skipChildren();
            }
        } catch (IOException cutOrNoJson) {
            return false;
        }
        return false;
    }

    @Override
    void read(Reading reading, SeriesRows rows) throws IOException {
        Pivot pivot = reading.pivot();
        Set<String> names = new HashSet<>();
        VictoriaMetricsLine line = new VictoriaMetricsLine();
        ByteWindow window = new ByteWindow(reading.in(), reading.name());
        while (window.fill(0)) {
            int end = window.lineEnd();
            if (!isBlank(window.bytes(), window.at(), end)) {
                byte[] bytes = Arrays.copyOfRange(window.bytes(), window.at(), end);
                try {
                    line.read(bytes);
                    add(line, window.place(), pivot);
                    names.add(line.name());
                } catch (MalformedRowException e) {
                    rows.malformed(e, window.place(), RawText.of(bytes, 0, bytes.length));
                }
            }
            window.moveTo(end + 1);
        }
        Set<String> kept = new HashSet<>();
        reading.mapping()
                .rules()
                .values()
                .forEach(rule -> rule.sources().forEach(path -> kept.addAll(path.names())));
        new PivotedRows(pivot, true, VictoriaMetricsNames.of(names, kept)).to(rows);
    }

    private static boolean isBlank(byte[] bytes, int start, int end) {
        for (int i = start; i < end; i++) {
            if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') {
                return false;
            }
        }
        return true;
    }

    private static void add(VictoriaMetricsLine line, RowOutput.Place place, Pivot pivot)
            throws IOException, MalformedRowException {
        for (int i = 0; i < line.size(); i++) {
            if (TimePrecision.MILLISECONDS.toNanos(line.time(i)) == Times.MISSING) {
                throw new MalformedRowException(
                        line.time(i) + " ms", "a time in the years 1678 to 2261");
            }
        }
        int[] key = new int[1 + 2 * line.labels().size()];
        key[0] = -1;
        int at = 1;
        for (Map.Entry<String, String> label : line.labels().entrySet()) {
            key[at++] = pivot.texts.number(label.getKey());
            key[at++] = pivot.texts.number(label.getValue());
        }
        int series = pivot.series(key, key.length);
        int name = pivot.texts.number(line.name());
        for (int i = 0; i < line.size(); i++) {
            long time = TimePrecision.MILLISECONDS.toNanos(line.time(i));
            int row = pivot.row(series, time, place, Pivot.MERGED);
            if (row >= 0 && !Double.isNaN(line.value(i))) {
                pivot.value(row, name, PivotKind.REAL, Double.doubleToRawLongBits(line.value(i)));
            }
        }
    }
}
