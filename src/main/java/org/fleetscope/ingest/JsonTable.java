package org.fleetscope.ingest;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.fleetscope.job.JobContext;

/** Rows of JSON as a table. Columns stand in the order in which the rows show them. */
final class JsonTable implements PlainTable {
    /** Bytes of a document that are checked before its first rows are shown. */
    private static final long CHECKED_BYTES = 64L << 20;

    private final JsonRows rows;
    private final JsonColumns columns;

    /**
     * @param count how many rows to learn the columns from
     */
    private JsonTable(JsonRows rows, String file, long count, JobContext job) throws IOException {
        this.rows = rows;
        this.columns = new JsonColumns(file);
        long[] left = {count};
        rows.each(
                (bytes, start, end) -> {
                    columns.learn(bytes, start, end);
                    return --left[0] > 0;
                },
                job);
    }

    static JsonTable ofLines(SourceFile file, long count, JobContext job) throws IOException {
        return new JsonTable(new NdjsonRows(file), file.path().toString(), count, job);
    }

    /**
     * The table of a document, which is checked first, as RFC 8259 has it: all of it when all rows
     * are wanted, else not further than a person would wait for.
     */
    static JsonTable ofDocument(SourceFile file, long count, JobContext job) throws IOException {
        JsonDocumentRows rows = new JsonDocumentRows(file);
        rows.check(count == Long.MAX_VALUE ? Long.MAX_VALUE : CHECKED_BYTES, job);
        return new JsonTable(rows, file.path().toString(), count, job);
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
        rows.each((bytes, start, end) -> visitor.row(columns.cells(bytes, start, end)), job);
    }
}
