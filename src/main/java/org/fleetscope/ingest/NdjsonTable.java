package org.fleetscope.ingest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fleetscope.job.JobContext;
import org.jspecify.annotations.Nullable;

/**
 * NDJSON as a table: a row an object, members of inner objects as dotted columns, arrays as JSON
 * text. Columns stand in the order in which the rows show them.
 */
final class NdjsonTable implements PlainTable {
    private static final int CHUNK_BYTES = 1 << 20;

    private final SourceFile file;
    private final Map<String, Integer> columns = new LinkedHashMap<>();

    /**
     * Reads the names of the columns.
     *
     * @param rows how many rows to read them from
     */
    NdjsonTable(SourceFile file, long rows, JobContext job) throws IOException {
        this.file = file;
        long[] left = {rows};
        objects(
                object -> {
                    FlatMembers.each(
                            object, (name, _) -> columns.putIfAbsent(name, columns.size()));
                    return --left[0] > 0;
                },
                job);
    }

    private interface Objects {
        boolean next(ObjectNode object) throws IOException;
    }

    @Override
    public Map<String, Object> dialect() {
        return Map.of();
    }

    @Override
    public List<String> columns() {
        return List.copyOf(columns.keySet());
    }

    @Override
    public boolean hasHeader() {
        return true;
    }

    @Override
    public void rows(RowVisitor visitor, JobContext job) throws IOException {
        objects(object -> visitor.row(cells(object)), job);
    }

    private List<@Nullable String> cells(ObjectNode object) {
        @Nullable String[] cells = new @Nullable String[columns.size()];
        FlatMembers.each(
                object,
                (name, value) -> {
                    Integer column = columns.get(name);
                    if (column != null) {
                        cells[column] =
                                value.isNull()
                                        ? null
                                        : value.isTextual() ? value.textValue() : value.toString();
                    }
                });
        return Arrays.asList(cells);
    }

    private void objects(Objects visitor, JobContext job) throws IOException {
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
                    ObjectNode object = object(chunk, at, feed, line);
                    if (object != null && !visitor.next(object)) {
                        return;
                    }
                    at = feed + 1;
                }
            }
        }
    }

    private @Nullable ObjectNode object(Chunk chunk, int start, int end, long line)
            throws IOException {
        for (int i = start; i < end; i++) {
            if (chunk.bytes()[i] > ' ' || chunk.bytes()[i] < 0) {
                return parsed(chunk, start, end, line);
            }
        }
        return null;
    }

    private ObjectNode parsed(Chunk chunk, int start, int end, long line) throws IOException {
        try {
            return JsonRow.parse(chunk.bytes(), start, end).node();
        } catch (MalformedRowException e) {
            throw new IOException(
                    "%s, line %d, byte %d: found %s, expected %s. Correct the line, or take it out"
                            .formatted(
                                    file.path(),
                                    line,
                                    chunk.offset() + start,
                                    e.found(),
                                    e.expected()),
                    e);
        }
    }
}
