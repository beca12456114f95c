package org.fleetscope.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.fleetscope.job.JobContext;

/**
 * A JSON document as a table of its rows, whatever arrays they are in. The document is checked
 * first, as RFC 8259 has it, though not further than a person would wait for.
 */
final class JsonTable implements PlainTable {
    private static final int CHUNK_BYTES = 1 << 20;
    private static final long CHECKED_BYTES = 64L << 20;

    private final SourceFile file;
    private final JsonColumns columns;

    /**
     * @param rows how many rows to learn the columns from; all of them have the whole document
     *     checked
     */
    JsonTable(SourceFile file, long rows, JobContext job) throws IOException {
        this.file = file;
        this.columns = new JsonColumns(name());
        check(rows == Long.MAX_VALUE ? Long.MAX_VALUE : CHECKED_BYTES, job);
        long[] left = {rows};
        each(
                (bytes, start, end) -> {
                    columns.learn(bytes, start, end);
                    return --left[0] > 0;
                },
                job);
    }

    private interface Row {
        boolean next(byte[] bytes, int start, int end) throws IOException, JsonFaultException;
    }

    private String name() {
        return file.path().toString();
    }

    @Override
    public Map<String, Object> dialect() {
        return Map.of();
    }

    @Override
    public List<String> columns() {
        return columns.names();
    }

    @Override
    public boolean hasHeader() {
        return true;
    }

    @Override
    public void rows(RowVisitor visitor, JobContext job) throws IOException {
        each((bytes, start, end) -> visitor.row(columns.cells(bytes, start, end)), job);
    }

    private void check(long upTo, JobContext job) throws IOException {
        JsonGrammar grammar = new JsonGrammar();
        long offset = 0;
        long line = 1;
        byte[] bytes = new byte[CHUNK_BYTES];
        try (InputStream in = Streams.open(file)) {
            int length = in.readNBytes(bytes, 0, bytes.length);
            int from = length >= 3 && Magic.starts(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
            while (length > 0 && offset < upTo) {
                job.checkCancelled();
                int at = grammar.take(bytes, from, length);
                int seen = at < 0 ? length : at;
                line += Chunk.lineFeeds(bytes, 0, seen);
                offset += seen;
                if (at >= 0) {
                    String found = JsonGrammar.shown(bytes, at, length);
                    throw fault(line, offset, found, grammar.expected());
                }
                length = in.readNBytes(bytes, 0, bytes.length);
                from = 0;
            }
            if (length == 0 && !grammar.canEnd()) {
                throw fault(line, offset, "the end of the document", grammar.expected());
            }
        }
    }

    private IOException fault(long line, long offset, String found, String expected) {
        return new IOException(
                "%s, line %d, byte %d: found %s, expected %s. Correct the document there"
                        .formatted(name(), line, offset, found, expected));
    }

    private void each(Row row, JobContext job) throws IOException {
        try (InputStream in = Streams.open(file)) {
            JsonChunks chunks = new JsonChunks(in, file, CHUNK_BYTES);
            for (Chunk chunk = chunks.next(); chunk != null; chunk = chunks.next()) {
                job.checkCancelled();
                RowList rows = chunk.rows();
                for (int i = 0; i < rows.size(); i++) {
                    if (!row(row, chunk, rows.start(i), rows.end(i))) {
                        return;
                    }
                }
            }
        }
    }

    private boolean row(Row row, Chunk chunk, int start, int end) throws IOException {
        try {
            return row.next(chunk.bytes(), start, end);
        } catch (JsonFaultException e) {
            throw new IOException(
                    "%s, byte %d: %s. Correct the document there"
                            .formatted(name(), chunk.offset() + e.at(), e.words()),
                    e);
        }
    }
}
