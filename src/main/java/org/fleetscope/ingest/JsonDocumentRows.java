package org.fleetscope.ingest;

import java.io.IOException;
import java.io.InputStream;
import org.fleetscope.job.JobContext;

/** The rows of a JSON document, whatever arrays they are in. */
final class JsonDocumentRows implements JsonRows {
    private static final int CHUNK_BYTES = 1 << 20;

    private final SourceFile file;

    JsonDocumentRows(SourceFile file) {
        this.file = file;
    }

    private String name() {
        return file.path().toString();
    }

    /**
     * Checks the document by the grammar.
     *
     * @param upTo bytes after which to stop
     */
    void check(long upTo, JobContext job) throws IOException {
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

    @Override
    public void each(Visitor visitor, JobContext job) throws IOException {
        try (InputStream in = Streams.open(file)) {
            JsonChunks chunks = new JsonChunks(in, file, CHUNK_BYTES);
            for (Chunk chunk = chunks.next(); chunk != null; chunk = chunks.next()) {
                job.checkCancelled();
                RowList rows = chunk.rows();
                for (int i = 0; i < rows.size(); i++) {
                    if (!row(visitor, chunk, rows.start(i), rows.end(i))) {
                        return;
                    }
                }
            }
        }
    }

    private boolean row(Visitor visitor, Chunk chunk, int start, int end) throws IOException {
        try {
            return visitor.row(chunk.bytes(), start, end);
        } catch (JsonFaultException e) {
            throw new IOException(
                    "%s, byte %d: %s. Correct the document there"
                            .formatted(name(), chunk.offset() + e.at(), e.words()),
                    e);
        }
    }
}
