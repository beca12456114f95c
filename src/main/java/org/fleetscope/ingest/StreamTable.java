package org.fleetscope.ingest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fleetscope.job.JobContext;
import org.jspecify.annotations.Nullable;

/**
 * A file of a stream format as a table: a row an object, members of inner objects as dotted
 * columns, arrays as JSON text. Columns stand in the order in which the rows show them.
 */
final class StreamTable implements PlainTable {
    private final StreamFormat format;
    private final SourceFile file;
    private final Map<String, Integer> columns = new LinkedHashMap<>();

    /** Ends the reading when enough rows were seen. */
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1;

        Enough() {
            super("enough rows", null, false, false);
        }
    }

    private interface Objects {
        boolean next(ObjectNode row) throws IOException;
    }

    /**
     * Reads the names of the columns.
     *
     * @param rows how many rows to read them from
     */
    StreamTable(StreamFormat format, SourceFile file, long rows, JobContext job)
            throws IOException {
        this.format = format;
        this.file = file;
        long[] left = {rows};
        objects(
                row -> {
                    FlatMembers.each(row, (name, _) -> columns.putIfAbsent(name, columns.size()));
                    return --left[0] > 0;
                },
                job);
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
        objects(row -> visitor.row(cells(row)), job);
    }

    private List<@Nullable String> cells(ObjectNode row) {
        @Nullable String[] cells = new @Nullable String[columns.size()];
        FlatMembers.each(
                row,
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

    private void objects(Objects to, JobContext job) throws IOException {
        RowOutput out =
                new RowOutput(group -> {
                    job.checkCancelled();
                    group.rows().forEach(row -> next(row, to));
                });
        try (InputStream in = Streams.open(file)) {
            format.read(new StreamFormat.Opened(file, Mapping.identity(), in), out);
            out.flush();
        } catch (Enough asked) {
            // Reading has no other way to end early.
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void next(RowOutput.Row row, Objects to) {
        try {
            if (row.fault() != null) {
                throw new IOException(
                        "%s, line %d, byte %d: found %s, expected %s. Correct the line, or take it out"
                                .formatted(
                                        file.path(),
                                        row.place().line(),
                                        row.place().offset(),
                                        row.fault().found(),
                                        row.fault().expected()));
            }
            if (row.node() != null && !to.next(row.node())) {
                throw new Enough();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
