package org.fleetscope.ingest;

import com.fasterxml.jackson.databind.JsonNode;
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
 * Time series as a table: measurement, tags, values and the time. The whole file is checked, and as
 * many of its rows held as were asked for.
 */
final class SeriesTable implements PlainTable {
    private final SeriesFormat format;
    private final SourceFile file;
    private final long most;
    private final Map<String, Integer> columns = new LinkedHashMap<>();

    /** Takes a row; returns whether to go on. */
    private interface Taker {
        boolean row(ObjectNode row) throws IOException;
    }

    /**
     * Reads the names of the columns.
     *
     * @param rows how many rows to read them from, and to hand out
     */
    SeriesTable(SeriesFormat format, SourceFile file, long rows, JobContext job)
            throws IOException {
        this.format = format;
        this.file = file;
        this.most = rows;
        read(
                row -> {
                    row.fieldNames().forEachRemaining(name -> addColumn(name));
                    return true;
                },
                job);
    }

    private void addColumn(String name) {
        columns.putIfAbsent(name, columns.size());
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
        read(row -> visitor.row(cells(row)), job);
    }

    private List<@Nullable String> cells(ObjectNode row) {
        @Nullable String[] cells = new @Nullable String[columns.size()];
        for (Map.Entry<String, JsonNode> member : row.properties()) {
            Integer column = columns.get(member.getKey());
            if (column != null) {
                cells[column] = member.getValue().isNull() ? null : member.getValue().asText();
            }
        }
        return Arrays.asList(cells);
    }

    private void read(Taker taker, JobContext job) throws IOException {
        try (InputStream in = Streams.open(file)) {
            format.read(
                    new SeriesFormat.Reading(file, Mapping.identity(), in, most),
                    new Strict(taker, job));
        }
    }

    /** Ends at the first fault. */
    private final class Strict implements SeriesRows {
        private final Taker taker;
        private final JobContext job;

        Strict(Taker taker, JobContext job) {
            this.taker = taker;
            this.job = job;
        }

        @Override
        public boolean row(ObjectNode row, RowOutput.Place place, String raw) throws IOException {
            job.checkCancelled();
            return taker.row(row);
        }

        @Override
        public void malformed(MalformedRowException fault, RowOutput.Place place, String raw)
                throws IOException {
            throw new IOException(
                    "%s, line %d, byte %d: found %s, expected %s. Correct the line, or take it out"
                            .formatted(
                                    file.path(),
                                    place.line(),
                                    place.offset(),
                                    fault.found(),
                                    fault.expected()),
                    fault);
        }
    }
}
