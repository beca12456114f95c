package org.fleetscope.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.fleetscope.model.EntityKind;
import org.jspecify.annotations.Nullable;

/** Delimited text with a header row; the delimiter is found by trying. */
final class CsvFormat implements Format {
    private static final String ID = "csv";
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final int TRIED_RECORDS = 200;
    private static final double REGULAR = 0.8;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public @Nullable SourceFile recognise(Sample sample) throws IOException {
        CsvDialect best = null;
        for (char delimiter : DELIMITERS) {
            CsvDialect dialect = dialect(sample, delimiter);
            if (dialect != null
                    && (best == null || dialect.columns().size() > best.columns().size())) {
                best = dialect;
            }
        }
        if (best == null) {
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
                best);
    }

    /** The dialect with this delimiter, null when the text does not look like it. */
    private static @Nullable CsvDialect dialect(Sample sample, char delimiter) {
        String text = new String(sample.head(), StandardCharsets.UTF_8);
        boolean backslash = text.contains("\\\"") && !text.contains("\"\"");
        CsvDialect start = new CsvDialect(delimiter, backslash, false, List.of(), 0);
        CsvRecords records = new CsvRecords(sample.head(), sample.head().length, start);
        boolean header = records.next();
        while (header && records.isBlank()) {
            header = records.next();
        }
        List<String> columns = header ? names(records.cells) : List.of();
        if (columns.size() < 2 || columns.stream().anyMatch(CsvFormat::isNoName)) {
            return null;
        }
        long dataStart = (long) sample.start() + records.end;
        int regular = 0;
        int all = 0;
        while (all < TRIED_RECORDS && records.next()) {
            if (!records.isBlank()) {
                all++;
                regular += records.cells.size() == columns.size() ? 1 : 0;
            }
        }
        boolean named =
                sample.path().getFileName().toString().matches("(?i).*\\.(csv|tsv|psv)(\\.gz)?")
                        || EntityKinds.of(columns::contains) != null;
        boolean shaped = all == 0 ? named : regular >= all * REGULAR || (named && regular > 0);
        return shaped
                ? new CsvDialect(delimiter, backslash, delimiter != ',', columns, dataStart)
                : null;
    }

    private static boolean isNoName(String column) {
        return column.isEmpty()
                || !(Character.isLetter(column.charAt(0)) || column.charAt(0) == '_');
    }

    /** Cells of a header row as names. */
    static List<String> names(List<String> cells) {
        return cells.stream().map(String::strip).toList();
    }

    @Override
    public LineChunks.RowEnds rowEnds(SourceFile file) {
        return ends(file);
    }

    @Override
    public int firstRowEnd(SourceFile file, byte[] bytes, int length) {
        return ends(file).first(bytes, 0, length);
    }

    private static CsvRowEnds ends(SourceFile file) {
        CsvDialect dialect = dialect(file);
        return new CsvRowEnds(dialect.delimiter(), dialect.backslash());
    }

    @Override
    public ChunkParser parser(SourceFile file, Mapping mapping) {
        return new CsvParser(file.path().toString(), dialect(file), mapping);
    }

    private static CsvDialect dialect(SourceFile file) {
        return Objects.requireNonNull(file.dialect(), "a csv file has a dialect");
    }
}
