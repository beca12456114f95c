package org.fleetscope.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fleetscope.job.JobContext;

/** A CSV file as the table it is. */
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
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("delimiter", String.valueOf(dialect.delimiter()));
        return members;
    }

    @Override
    public List<String> columns() {
        return dialect.columns();
    }

    @Override
    public boolean hasHeader() {
        return true;
    }

    @Override
    public void rows(RowVisitor visitor, JobContext job) throws IOException {
        try (InputStream in = Streams.open(file)) {
            LineChunks chunks =
                    new LineChunks(
                            in,
                            file.path().toString(),
                            CHUNK_BYTES,
                            new CsvRowEnds(dialect, dialect.preamble()));
            for (Chunk chunk = chunks.next(); chunk != null; chunk = chunks.next()) {
                job.checkCancelled();
                CsvRecords records = new CsvRecords(chunk.bytes(), chunk.length(), dialect);
                while (records.next()) {
                    if (chunk.offset() + records.start >= dialect.dataStart()
                            && !records.isBlank()
                            && !visitor.row(new ArrayList<>(records.cells))) {
                        return;
                    }
                }
            }
        }
    }
}
