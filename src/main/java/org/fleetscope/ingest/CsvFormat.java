package org.fleetscope.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.EntityKind;
import org.jspecify.annotations.Nullable;

/** Delimited text with a header row; the delimiter is found by trying. */
final class CsvFormat implements ChunkedFormat {
    private static final String ID = "csv";
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};

    @Override
    public String id() {
        return ID;
    }

    @Override
    public @Nullable SourceFile recognise(Sample sample) throws IOException {
        CsvHeaders.Header best = null;
        CsvHeaders source = null;
        for (char delimiter : DELIMITERS) {
            CsvHeaders headers = new CsvHeaders(sample, delimiter);
            CsvHeaders.Header header = headers.best();
            if (header != null && header.isBetterThan(best)) {
                best = header;
                source = headers;
            }
        }
        if (best == null || source == null) {
            return null;
        }
        Set<String> names = new HashSet<>();
        for (String column : best.columns()) {
            if (!names.add(column)) {
                throw new IOException(
                        sample.path()
                                + ": two columns are called \""
                                + column
                                + "\". Rename one in the header row");
            }
        }
        best.columns().forEach(column -> names.add(column.replaceFirst("\\..*", "")));
        EntityKind kind = EntityKinds.of(names::contains);
        return new SourceFile(
                sample.path(),
                ID,
                sample.compression(),
                StandardCharsets.UTF_8,
                kind == null ? EntityKind.KPI_REPORT : kind,
                sample.size(),
                source.dialect(best));
    }

    @Override
    public LineChunks.RowEnds rowEnds(SourceFile file) {
        CsvDialect dialect = dialect(file);
        return new CsvRowEnds(dialect, dialect.preamble());
    }

    @Override
    public int firstRowEnd(SourceFile file, byte[] bytes, int length) {
        return new CsvRowEnds(dialect(file), 0).first(bytes, 0, length);
    }

    @Override
    public ChunkParser parser(SourceFile file, Mapping mapping) {
        return new CsvParser(file.path().toString(), dialect(file), mapping);
    }

    @Override
    public PlainTable table(SourceFile file, long rows, JobContext job) {
        return new CsvTable(file, dialect(file));
    }

    private static CsvDialect dialect(SourceFile file) {
        return Objects.requireNonNull(file.dialect(), "a csv file has a dialect");
    }
}
