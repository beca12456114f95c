package org.fleetscope.ingest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.fleetscope.model.RowField;
import org.fleetscope.model.TimePrecision;
import org.jspecify.annotations.Nullable;

/**
 * Rows of time series: flat JSON objects of names and values, as they were put together from their
 * values; in line protocol also a point as its line has it. A point whose fields are edited becomes
 * an object.
 */
final class SeriesSyntax implements RowSyntax {
    private static final String POINT = "one point of line protocol, or a JSON object";

    private final JsonSyntax json = new JsonSyntax();
    private final SeriesEntities entities;
    private final boolean lines;
    private final @Nullable TimePrecision precision;

    /**
     * @param lines whether rows may be points of line protocol
     * @param precision unit of their times; null to tell it by their magnitude
     */
    SeriesSyntax(Mapping mapping, boolean lines, @Nullable TimePrecision precision) {
        this.entities = new SeriesEntities(mapping);
        this.lines = lines;
        this.precision = precision == null ? mapping.precision() : precision;
    }

    @Override
    public JsonRow parse(String text) throws MalformedRowException {
        return new JsonRow(entities.entity(json.parse(object(text)).node()), null, null);
    }

    /** The row in the nested members of NDJSON, on one line. */
    String entity(String text) throws MalformedRowException {
        return parse(text).node().toString();
    }

    private String object(String text) throws MalformedRowException {
        String stripped = text.strip();
        // A point never ends with a brace: the last of it is a number, a quote or a word.
        return !lines || stripped.endsWith("}") ? text : point(stripped).toString();
    }

    private ObjectNode point(String text) throws MalformedRowException {
        OneRow found = new OneRow();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Pivot pivot = new Pivot("the row", Pivot.memory(), 2);
        try {
            new LineProtocolReader(precision, pivot)
                    .read(new ByteArrayInputStream(bytes), "the row", found);
            new PivotedRows(pivot, true).to(found, (place, length) -> text);
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
        if (found.fault != null) {
            throw found.fault;
        }
        if (found.rows.size() != 1) {
            throw new MalformedRowException(found.rows.size() + " points", POINT);
        }
        return found.rows.getFirst();
    }

    private static final class OneRow implements SeriesRows {
        private final List<ObjectNode> rows = new ArrayList<>();
        private @Nullable MalformedRowException fault;

        @Override
        public boolean row(ObjectNode row, RowOutput.Place place, String raw) {
            rows.add(row);
            return true;
        }

        @Override
        public void malformed(MalformedRowException found, RowOutput.Place place, String raw) {
            fault = found;
        }
    }

    @Override
    public List<RowField> fields(String text) throws MalformedRowException {
        return json.fields(object(text));
    }

    @Override
    public String write(List<RowField> fields) {
        return json.write(fields);
    }

    @Override
    public String change(String text, List<String> names, Change change)
            throws MalformedRowException {
        String before = object(text);
        String after = json.change(before, names, change);
        return after.equals(before) ? text : after;
    }

    @Override
    public String head() {
        return "";
    }
}
