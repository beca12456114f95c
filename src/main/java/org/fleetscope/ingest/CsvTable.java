package org.fleetscope.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fleetscope.ingest.CsvSpelling.Escapes;
import org.fleetscope.job.JobContext;
import org.jspecify.annotations.Nullable;

/** A CSV file as the table it is, in whatever encoding: no preamble, no footnotes, every record. */
final class CsvTable implements PlainTable {
    private static final int CHUNK_BYTES = 1 << 20;

    private final SourceFile file;
    private final CsvDialect dialect;

    CsvTable(SourceFile file, CsvDialect dialect) {
        this.file = file;
        this.dialect = dialect;
    }

    @Override
    public Map<String, Object> dialect() {
        CsvSpelling spelling = dialect.spelling();
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("delimiter", spelling.delimiter());
        members.put("quote", spelling.quotes());
        members.put("escape", escape(spelling));
        members.put("header", !dialect.headers().isEmpty());
        members.put("header_rows", dialect.headers().size());
        members.put("preamble_bytes", dialect.preamble());
        members.put("decimal", dialect.decimalComma() ? "," : ".");
        return members;
    }

    private static String escape(CsvSpelling spelling) {
        return spelling.escapes() == Escapes.ALWAYS
                ? String.valueOf(spelling.escape())
                : spelling.escapes() == Escapes.NEVER ? "" : firstOf(spelling.quotes());
    }

    private static String firstOf(String quotes) {
        return quotes.isEmpty() ? "" : quotes.substring(0, 1);
    }

    @Override
    public List<String> columns() {
        return dialect.columns();
    }

    @Override
    public boolean hasHeader() {
        return !dialect.headers().isEmpty();
    }

    @Override
    public List<List<String>> headerRows() {
        List<List<String>> headers = new ArrayList<>();
        for (List<String> header : dialect.headers()) {
            headers.add(withoutTrailing(header));
        }
        return headers;
    }

    @Override
    public void rows(RowVisitor visitor, JobContext job) throws IOException {
        CsvRows rows = new CsvRows(dialect.spelling(), dialect.profile());
        CsvHeaderRows headers = new CsvHeaderRows(dialect);
        CsvFooter footer = new CsvFooter(dialect.profile(), visitor);
        try (InputStream in = open()) {
            LineChunks chunks =
                    new LineChunks(
                            in,
                            file.path().toString(),
                            CHUNK_BYTES,
                            new CsvRowEnds(dialect, dialect.preamble()));
            for (Chunk chunk = chunks.next(); chunk != null; chunk = chunks.next()) {
                job.checkCancelled();
                int at = chunk.offset() < dialect.dataStart() ? dialect.preamble() : 0;
                while (at < chunk.length()) {
                    int end = rows.read(chunk.bytes(), at, chunk.length(), true);
                    boolean data = chunk.offset() + at >= dialect.dataStart();
                    if (data && rows.record.isBlank()) {
                        footer.blankLine();
                    } else if (data && !headers.isRepeated(rows.record)) {
                        List<@Nullable String> cells = new ArrayList<>(texts(rows.record));
                        if (!footer.row(cells)) {
                            return;
                        }
                    }
                    at = end;
                }
            }
        }
    }

    private InputStream open() throws IOException {
        return new TextDecoding(file.charset(), false).decoded(Streams.bytes(file));
    }

    private List<String> texts(CsvRecord record) {
        return withoutTrailing(record.texts());
    }

    /** Without the empty cell behind a delimiter that every row has too many. */
    private List<String> withoutTrailing(List<String> cells) {
        boolean surplus =
                dialect.trailing()
                        && cells.size() == dialect.profile().width()
                        && cells.getLast().isEmpty();
        return surplus ? cells.subList(0, cells.size() - 1) : cells;
    }
}
