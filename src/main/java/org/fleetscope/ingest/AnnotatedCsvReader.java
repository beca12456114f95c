package org.fleetscope.ingest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.fleetscope.model.Times;
import org.jspecify.annotations.Nullable;

/**
 * Reads annotated CSV, table after table. The rows of tables with columns _field and _value go into
 * a {@link Pivot}, those of others are handed out as they are.
 */
final class AnnotatedCsvReader {
    private final String file;
    private final Pivot pivot;
    private final SeriesRows rows;
    private AnnotatedTable.Annotations annotations = AnnotatedTable.Annotations.NONE;
    private @Nullable AnnotatedTable table;
    private boolean isBare;
    private boolean goOn = true;

    AnnotatedCsvReader(String file, Pivot pivot, SeriesRows rows) {
        this.file = file;
        this.pivot = pivot;
        this.rows = rows;
    }

    /**
     * Reads to the end.
     *
     * @throws IOException also when the file ends with the error of a failed query
     */
    void read(InputStream in) throws IOException {
        AnnotatedRecords records = new AnnotatedRecords(in, file);
        while (goOn && records.next()) {
            MalformedRowException fault = records.fault();
            if (records.isBlank()) {
                annotations = AnnotatedTable.Annotations.NONE;
                table = null;
            } else if (fault != null) {
                rows.malformed(fault, records.place(), records.raw());
            } else if (records.cells().getFirst().startsWith("#")) {
                annotate(records);
            } else if (table == null) {
                isBare = records.cells().getFirst().equals("error");
                table = AnnotatedTable.of(cells(records), annotations, place(records));
            } else {
                row(table, records);
            }
        }
        if (table != null && table.isError()) {
            throw new IOException(file + ": InfluxDB ended its answer with an error. Export again");
        }
    }

    /** The cells; before those of an error that comes without annotations an empty one. */
    private List<String> cells(AnnotatedRecords records) {
        List<String> cells = new ArrayList<>(records.cells());
        if (isBare) {
            cells.addFirst("");
        }
        return cells;
    }

    private String place(AnnotatedRecords records) {
        return "%s, line %d, byte %d"
                .formatted(file, records.place().line(), records.place().offset());
    }

    private void annotate(AnnotatedRecords records) throws IOException {
        if (table != null) {
            annotations = AnnotatedTable.Annotations.NONE;
            table = null;
        }
        List<String> cells = List.copyOf(records.cells());
        annotations =
                switch (cells.getFirst().strip()) {
                    case "#group" ->
                            new AnnotatedTable.Annotations(
                                    cells, annotations.types(), annotations.defaults());
                    case "#datatype" ->
                            new AnnotatedTable.Annotations(
                                    annotations.group(), cells, annotations.defaults());
                    case "#default" ->
                            new AnnotatedTable.Annotations(
                                    annotations.group(), annotations.types(), cells);
                    default ->
                            throw new IOException(
                                    "%s: found the annotation %s, expected #group, #datatype or #default"
                                            .formatted(place(records), cells.getFirst()));
                };
    }

    private void row(AnnotatedTable of, AnnotatedRecords records) throws IOException {
        if (of.isError()) {
            throw failure(of, records);
        }
        try {
            List<String> values = values(of, records.cells());
            if (of.isLong()) {
                point(of, values, records.place());
            } else {
                goOn = wide(of, values, records.place());
            }
        } catch (MalformedRowException e) {
            rows.malformed(e, records.place(), records.raw());
        }
    }

    private IOException failure(AnnotatedTable of, AnnotatedRecords records) {
        List<String> cells = cells(records);
        int error = of.index("error") + 1;
        int reference = of.index("reference") + 1;
        String code =
                reference > 0 && reference < cells.size() && !cells.get(reference).isEmpty()
                        ? " (reference " + cells.get(reference) + ")"
                        : "";
        return new IOException(
                "%s: InfluxDB ended its answer with the error \"%s\"%s, so that rows are missing. Export again"
                        .formatted(
                                place(records),
                                error < cells.size() ? cells.get(error) : "",
                                code));
    }

    /** The cells of a row behind the first, empty ones with their default. */
    private static List<String> values(AnnotatedTable of, List<String> cells)
            throws MalformedRowException {
        if (cells.size() != of.columns().size() + 1) {
            throw new MalformedRowException(
                    cells.size() + " cells",
                    (of.columns().size() + 1) + " cells, as many as the header has");
        }
        List<String> values = new ArrayList<>();
        for (int i = 0; i < of.columns().size(); i++) {
            values.add(of.columns().get(i).value(cells.get(i + 1)));
        }
        return values;
    }

    private void point(AnnotatedTable of, List<String> values, RowOutput.Place place)
            throws IOException, MalformedRowException {
        String field = values.get(of.index("_field"));
        if (field.isEmpty()) {
            throw new MalformedRowException("nothing", "the name of a field in column _field");
        }
        int valueAt = of.index("_value");
        AnnotatedTable.Column valueColumn = of.columns().get(valueAt);
        long time = time(of, values);
        for (int i = 0; i < values.size(); i++) {
            check(of.columns().get(i), values.get(i));
        }
        int row = pivot.row(series(of, values), time, place, Pivot.MERGED);
        if (row < 0) {
            return;
        }
        put(row, field, valueColumn, values.get(valueAt));
        for (int i = 0; i < values.size(); i++) {
            AnnotatedTable.Column column = of.columns().get(i);
            if (of.isData(i) && !column.group() && !column.name().startsWith("_")) {
                put(row, column.name(), column, values.get(i));
            }
        }
    }

    private void put(int row, String name, AnnotatedTable.Column column, String value)
            throws IOException, MalformedRowException {
        if (isThere(column, value)) {
            byte kind = column.type().kind();
            long bits =
                    kind == PivotKind.TEXT ? pivot.texts.number(value) : column.type().bits(value);
            pivot.value(row, pivot.texts.number(name), kind, bits);
        }
    }

    /** An empty cell is missing, and so is a double that is none. */
    private static boolean isThere(AnnotatedTable.Column column, String value)
            throws MalformedRowException {
        return !value.isEmpty()
                && !(column.type() == AnnotatedType.DOUBLE
                        && Double.isNaN(Double.longBitsToDouble(column.type().bits(value))));
    }

    private static void check(AnnotatedTable.Column column, String value)
            throws MalformedRowException {
        try {
            if (!value.isEmpty()) {
                column.type().bits(value);
            }
        } catch (MalformedRowException e) {
            throw new MalformedRowException(
                    e.found(), e.expected() + " in column " + column.name());
        }
    }

    private long time(AnnotatedTable of, List<String> values) throws MalformedRowException {
        int column = of.index("_time");
        if (column < 0 || values.get(column).isEmpty()) {
            return Times.MISSING;
        }
        long time = SeriesTime.of(values.get(column));
        if (time == Times.MISSING) {
            throw new MalformedRowException(
                    values.get(column),
                    "an RFC 3339 time in the years 1678 to 2261 in column _time");
        }
        return time;
    }

    private int series(AnnotatedTable of, List<String> values) throws IOException {
        List<Integer> tags = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            String name = of.columns().get(i).name();
            boolean key = of.isData(i) && of.columns().get(i).group() && !name.startsWith("_");
            if (key && !values.get(i).isEmpty()) {
                tags.add(i);
            }
        }
        tags.sort(Comparator.comparing(tag -> of.columns().get(tag).name()));
        int[] key = new int[1 + 2 * tags.size()];
        int measurement = of.index("_measurement");
        key[0] =
                measurement < 0 || values.get(measurement).isEmpty()
                        ? -1
                        : pivot.texts.number(values.get(measurement));
        for (int i = 0; i < tags.size(); i++) {
            key[1 + 2 * i] = pivot.texts.number(of.columns().get(tags.get(i)).name());
            key[2 + 2 * i] = pivot.texts.number(values.get(tags.get(i)));
        }
        return pivot.series(key, key.length);
    }

    private boolean wide(AnnotatedTable of, List<String> values, RowOutput.Place place)
            throws IOException, MalformedRowException {
        ObjectNode row = JsonRow.MAPPER.createObjectNode();
        for (int i = 0; i < values.size(); i++) {
            AnnotatedTable.Column column = of.columns().get(i);
            String value = values.get(i);
            check(column, value);
            if (of.isData(i) && !column.name().equals("_time") && isThere(column, value)) {
                boolean measurement = column.name().equals("_measurement");
                byte kind = column.type().kind();
                row.set(
                        measurement ? SeriesRows.MEASUREMENT : PivotedRows.free(column.name()),
                        kind == PivotKind.TEXT
                                ? TextNode.valueOf(value)
                                : PivotedRows.node(kind, column.type().bits(value), pivot.texts));
            }
        }
        long time = time(of, values);
        if (time != Times.MISSING) {
            row.put(SeriesRows.TIME, SeriesTime.text(time));
        }
        return rows.row(row, place, row.toString());
    }
}
