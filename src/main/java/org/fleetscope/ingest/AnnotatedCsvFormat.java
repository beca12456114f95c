package org.fleetscope.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.fleetscope.model.EntityKind;
import org.jspecify.annotations.Nullable;

/**
 * Annotated CSV, in which InfluxDB answers queries: tables one after the other, each with the types
 * of its columns above its header. Rows of one series and time become one row, a field a column.
 */
final class AnnotatedCsvFormat extends SeriesFormat {
    private static final Set<String> STARTS = Set.of("#group", "#datatype", "#default");
    private static final Set<String> ERRORS = Set.of("error,reference", ",error,reference");

    AnnotatedCsvFormat() {
        super("annotated-csv");
    }

    @Override
    public @Nullable SourceFile recognise(Sample sample) throws IOException {
        byte[] head = sample.head();
        int at = 0;
        while (at < head.length && head[at] <= ' ' && head[at] > 0) {
            at++;
        }
        int end = at;
        while (end < head.length && head[end] != '\n' && head[end] != '\r') {
            end++;
        }
        String line = new String(head, at, end - at, StandardCharsets.UTF_8);
        String first = line.replace("\"", "").split(",", 2)[0];
        boolean annotated = line.indexOf(',') >= 0 && STARTS.contains(first.strip());
        return annotated || ERRORS.contains(line.strip()) || sample.isForced(id())
                ? file(sample, EntityKind.KPI_REPORT)
                : null;
    }

    @Override
    void read(Reading reading, SeriesRows rows) throws IOException {
        Pivot pivot = reading.pivot();
        new AnnotatedCsvReader(reading.name(), pivot, rows).read(reading.in());
        new PivotedRows(pivot, false).to(rows);
    }

    @Override
    public int firstRowEnd(SourceFile file, byte[] bytes, int length) {
        boolean quoted = false;
        for (int i = 0; i < length && i < AnnotatedRecords.LONGEST_RECORD; i++) {
            quoted ^= bytes[i] == '"';
            if (bytes[i] == '\n' && !quoted) {
                return i + 1;
            }
        }
        return length < AnnotatedRecords.LONGEST_RECORD
                ? -1
                : super.firstRowEnd(file, bytes, length);
    }
}
