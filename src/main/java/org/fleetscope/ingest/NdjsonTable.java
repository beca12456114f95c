package org.fleetscope.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.fleetscope.job.JobContext;

/** NDJSON as a table, a row a value. Columns stand in the order in which the rows show them. */
final class NdjsonTable implements PlainTable {
    private static final int CHUNK_BYTES = 1 << 20;

    private final SourceFile file;
    private final JsonColumns columns;

    /**
     * Reads the names of the columns.
     *
     * @param rows how many rows to read them from
     */
    NdjsonTable(SourceFile file, long rows, JobContext job) throws IOException {
        this.file = file;
        this.columns = new JsonColumns(file.path().toString());
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

    private void each(Row row, JobContext job) throws IOException {
        long line = 1;
        try (InputStream in = Streams.open(file)) {
            LineChunks chunks =
                    new LineChunks(
                            in, file.path().toString(), CHUNK_BYTES, LineChunks.RowEnds.lines());
            for (Chunk chunk = chunks.next(); chunk != null; chunk = chunks.next()) {
                job.checkCancelled();
                for (int at = 0; at < chunk.length(); line++) {
                    int feed = at;
                    while (chunk.bytes()[feed] != '\n') {
                        feed++;
                    }
                    if (!isBlank(chunk, at, feed) && !next(row, chunk, at, feed, line)) {
                        return;
                    }
                    at = feed + 1;
                }
            }
        }
    }

    private static boolean isBlank(Chunk chunk, int start, int end) {
        for (int i = start; i < end; i++) {
            byte b = chunk.bytes()[i];
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }

    private boolean next(Row row, Chunk chunk, int start, int end, long line) throws IOException {
        try {
            return row.next(chunk.bytes(), start, end);
        } catch (JsonFaultException e) {
            throw new IOException(
                    "%s, line %d, byte %d: %s. Correct the line, or take it out"
                            .formatted(file.path(), line, chunk.offset() + e.at(), e.words()),
                    e);
        }
    }
}
