package org.fleetscope.ui.aggregations;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.fleetscope.series.TableData;
import org.jspecify.annotations.Nullable;

/**
 * A pivot as it is shown: lines of groups, of subtotals, and of the total. Its last column is the
 * total over all others, or the only one. Immutable once filled.
 */
final class PivotGrid {
    /** Columns of a pivot that people can still read and a table can still show. */
    static final int MOST_COLUMNS = 100;

    /** What a line sums up. */
    enum Kind {
        GROUP,
        SUBTOTAL,
        TOTAL
    }

    /**
     * @param key values of the row dimensions; shorter for subtotals, none for the total
     */
    record Line(Kind kind, List<@Nullable Object> key) {}

    private final PivotLayout layout;
    private final List<Line> lines;
    private final List<@Nullable Object> columns;
    private final int allColumns;
    private final Map<List<@Nullable Object>, Integer> lineOf = new HashMap<>();
    private final Map<@Nullable Object, Integer> columnOf = new HashMap<>();
    private final double[][] values;
    private final double[][] changes;
    private List<HeatScale> scales = List.of();

    /**
     * An empty grid for the groups of a table.
     *
     * @param cells grouped by the rows, then the columns of the layout, sorted
     */
    PivotGrid(PivotLayout layout, TableData cells, boolean subtotals) {
        this.layout = layout;
        int width = layout.rows().size();
        this.lines = lines(cells, width, subtotals && width > 1);
        TreeSet<@Nullable Object> distinct = new TreeSet<>(PivotGrid::compare);
        if (!layout.column().isNone()) {
            cells.rows().forEach(row -> distinct.add(row.get(width)));
        }
        allColumns = distinct.size();
        columns = distinct.stream().limit(MOST_COLUMNS).toList();
        for (int i = 0; i < columns.size(); i++) {
            columnOf.put(columns.get(i), i);
        }
        for (int i = 0; i < lines.size(); i++) {
            lineOf.put(lines.get(i).key(), i);
        }
        int size = lines.size() * (columns.size() + 1);
        values = new double[layout.measures().size()][size];
        changes = new double[layout.measures().size()][size];
        for (int m = 0; m < values.length; m++) {
            Arrays.fill(values[m], Double.NaN);
            Arrays.fill(changes[m], Double.NaN);
        }
    }

    private static List<Line> lines(TableData cells, int width, boolean subtotals) {
        List<Line> lines = new ArrayList<>();
        List<@Nullable Object> last = null;
        for (List<@Nullable Object> row : cells.rows()) {
            List<@Nullable Object> key = key(row, width);
            if (key.equals(last)) {
                continue;
            }
            if (subtotals && last != null && !key(last, 1).equals(key(key, 1))) {
                lines.add(new Line(Kind.SUBTOTAL, key(last, 1)));
            }
            lines.add(new Line(Kind.GROUP, key));
            last = key;
        }
        if (subtotals && last != null) {
            lines.add(new Line(Kind.SUBTOTAL, key(last, 1)));
        }
        if (last != null) {
            lines.add(new Line(Kind.TOTAL, List.of()));
        }
        return lines;
    }

    private static List<@Nullable Object> key(List<@Nullable Object> row, int width) {
        return Collections.unmodifiableList(new ArrayList<>(row.subList(0, width)));
    }

    /** Missing last, as in the pivot. */
    static int compare(@Nullable Object a, @Nullable Object b) {
        if (a == null || b == null) {
            return a == b ? 0 : a == null ? 1 : -1;
        }
        return switch (a) {
            case Long number when b instanceof Long other -> number.compareTo(other);
            case Double number when b instanceof Double other -> number.compareTo(other);
            default -> a.toString().compareTo(b.toString());
        };
    }

    /**
     * Fills in what a table tells; what the grid has no line or column for is left out.
     *
     * @param rows how many of the row dimensions the table is grouped by, the outer ones
     * @param byColumn whether it is grouped by the columns, too
     */
    void fill(TableData table, int rows, boolean byColumn) {
        int keys = rows + (byColumn ? 1 : 0);
        int step = (table.columns().size() - keys) / layout.measures().size();
        for (List<@Nullable Object> row : table.rows()) {
            Integer line = lineOf.get(key(row, rows));
            Integer column = byColumn ? columnOf.get(row.get(rows)) : Integer.valueOf(total());
            if (line != null && column != null) {
                int place = place(line, column);
                for (int m = 0; m < values.length; m++) {
                    values[m][place] = number(row.get(keys + m * step));
                    changes[m][place] =
                            step < 4 ? Double.NaN : number(row.get(keys + m * step + 3));
                }
            }
        }
    }

    /** Makes the heat scales, once all is filled in. */
    void makeScales() {
        scales =
                IntStream.range(0, values.length)
                        .mapToObj(measure -> HeatScale.of(this, measure))
                        .toList();
    }

    /** Step of a measure's value on its heat scale. */
    int heat(double value, int measure) {
        return scales.get(measure).step(value);
    }

    private static double number(@Nullable Object cell) {
        return cell instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    private int place(int line, int column) {
        return line * (columns.size() + 1) + column;
    }

    PivotLayout layout() {
        return layout;
    }

    List<Line> lines() {
        return Collections.unmodifiableList(lines);
    }

    /** Values of the column dimension that are shown; none without one. */
    List<@Nullable Object> columns() {
        return columns;
    }

    /** Values of the column dimension, those too many to show included. */
    int allColumns() {
        return allColumns;
    }

    /** Index of the column over all others. */
    int total() {
        return columns.size();
    }

    /** NaN when missing. */
    double value(int line, int column, int measure) {
        return values[measure][place(line, column)];
    }

    /** Relative change against the earlier period; NaN when unknown. */
    double change(int line, int column, int measure) {
        return changes[measure][place(line, column)];
    }
}
