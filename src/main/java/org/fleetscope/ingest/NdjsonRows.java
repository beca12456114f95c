package org.fleetscope.ingest;

import java.io.IOException;
import java.io.InputStream;
import org.fleetscope.job.JobContext;

/** The lines of an NDJSON file that are not blank. */
final class NdjsonRows implements JsonRows {
    private static final int CHUNK_BYTES = 1 << 20;

    private final SourceFile file;

    NdjsonRows(SourceFile file) {
        this.file = file;
    }

    @Override
    public void each(Visitor visitor, JobContext job) throws IOException {
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
                    if (!isBlank(chunk, at, feed) && !next(visitor, chunk, at, feed, line)) {
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

    private boolean next(Visitor visitor, Chunk chunk, int start, int end, long line)
            throws IOException {
        try {
            return visitor.row(chunk.bytes(), start, end);
        } catch (JsonFaultException e) {
            throw new IOException(
                    "%s, line %d, byte %d: %s. Correct the line, or take it out"
                            .formatted(file.path(), line, chunk.offset() + e.at(), e.words()),
                    e);
        }
    }
}
