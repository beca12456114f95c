package org.fleetscope.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The columns of one table in annotated CSV.
 *
 * @param columns from the second cell on; the first holds the annotations' names
 */
record AnnotatedTable(List<Column> columns) {
    private static final Set<String> PASSED_OVER = Set.of("result", "table", "_start", "_stop");

    /**
     * A column.
     *
     * @param group whether its value is part of the series
     * @param standard value of an empty cell, empty for none
     */
    record Column(String name, AnnotatedType type, boolean group, String standard) {
        /** The cell's value, empty when it has none. */
        String value(String cell) {
            return cell.isEmpty() ? standard : cell;
        }
    }

    /** Rows before the header, by name; what is missing was not there. */
    record Annotations(
            @Nullable List<String> group,
            @Nullable List<String> types,
            @Nullable List<String> defaults) {
        static final Annotations NONE = new Annotations(null, null, null);
    }

    /**
     * @param place of the header, for messages
     */
    static AnnotatedTable of(List<String> header, Annotations annotations, String place)
            throws IOException {
        if (!header.getFirst().isBlank()) {
            throw new IOException(
                    place
                            + ": found a header that starts with \""
                            + header.getFirst()
                            + "\", expected one whose first column has no name");
        }
        List<Column> columns = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 1; i < header.size(); i++) {
            String name = header.get(i);
            if (!names.add(name)) {
                throw new IOException(place + ": two columns are called \"" + name + "\"");
            }
            columns.add(
                    new Column(
                            name,
                            type(cell(annotations.types(), i), name, place),
                            annotations.group() == null
                                    || cell(annotations.group(), i).equals("true"),
                            cell(annotations.defaults(), i)));
        }
        return new AnnotatedTable(columns);
    }

    private static String cell(@Nullable List<String> row, int at) {
        return row == null || at >= row.size() ? "" : row.get(at);
    }

    private static AnnotatedType type(String id, String column, String place) throws IOException {
        if (id.isBlank()) {
            return AnnotatedType.STRING;
        }
        return AnnotatedType.of(id)
                .orElseThrow(() ->
                        new IOException(
                                "%s: found the type %s of column %s, expected one of %s"
                                        .formatted(place, id, column, AnnotatedType.known())));
    }

    /** Whether it says that the query failed. */
    boolean isError() {
        return columns.stream().anyMatch(column -> column.name.equals("error"))
                && columns.stream()
                        .allMatch(column ->
                                column.name.equals("error") || column.name.equals("reference"));
    }

    /** Whether each row is one value of one field. */
    boolean isLong() {
        return index("_field") >= 0 && index("_value") >= 0;
    }

    /** Position of a column, −1 when there is none of that name. */
    int index(String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name.equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a column holds something of the points, not of the query. */
    boolean isData(int column) {
        return !PASSED_OVER.contains(columns.get(column).name);
    }
}
