package org.fleetscope.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fleetscope.analysis.Measure;
import org.fleetscope.analysis.PivotResult;
import org.jspecify.annotations.Nullable;

/**
 * A pivot beside the same one of earlier periods. Behind each measure stand its previous value (the
 * mean of those of the earlier periods that have the group), the change, and the change as a share
 * of the previous value's size. Groups that had runs only then are listed with a count of 0.
 */
public final class ComparedPivot {
    private static final Comparator<@Nullable Object> CELLS =
            Comparator.nullsLast(ComparedPivot::compare);

    private final List<PivotResult> pivots;
    private final int keys;
    private final List<Measure> measures;
    private final TreeMap<List<@Nullable Object>, int[]> rows =
            new TreeMap<>(ComparedPivot::compareKeys);

    private ComparedPivot(PivotResult now, List<PivotResult> before) {
        pivots = new ArrayList<>(before);
        pivots.addFirst(now);
        keys = now.by().size();
        measures = now.measures();
        for (int p = 0; p < pivots.size(); p++) {
            PivotResult pivot = pivots.get(p);
            for (int row = 0; row < pivot.size(); row++) {
                List<@Nullable Object> key = key(pivot, row);
                int[] places = rows.get(key);
                if (places == null) {
                    places = noRows();
                    rows.put(key, places);
                }
                places[p] = row;
            }
        }
    }

    /**
     * @param before pivots of the same groupings and measures, their times moved to now
     */
    public static TableData of(PivotResult now, List<PivotResult> before) {
        return new ComparedPivot(now, before).table();
    }

    private TableData table() {
        List<String> columns = new ArrayList<>();
        pivots.getFirst().by().forEach(by -> columns.add(by.id()));
        for (Measure measure : measures) {
            columns.add(measure.id());
            columns.add("previous(" + measure.id() + ")");
            columns.add("change(" + measure.id() + ")");
            columns.add("relative_change(" + measure.id() + ")");
        }
        List<List<@Nullable Object>> table = new ArrayList<>(rows.size());
        for (Map.Entry<List<@Nullable Object>, int[]> entry : rows.entrySet()) {
            table.add(row(entry.getKey(), entry.getValue()));
        }
        return new TableData(List.copyOf(columns), Collections.unmodifiableList(table));
    }

    private List<@Nullable Object> row(List<@Nullable Object> key, int[] places) {
        List<@Nullable Object> cells = new ArrayList<>(key);
        for (int m = 0; m < measures.size(); m++) {
            boolean count = measures.get(m).function() == Measure.Function.COUNT;
            double now = value(0, places[0], m);
            if (count && Double.isNaN(now)) {
                now = 0;
            }
            double previous = previous(places, m);
            double change = now - previous;
            boolean whole = count && pivots.size() == 2;
            cells.add(cell(now, count));
            cells.add(cell(previous, whole));
            cells.add(cell(change, whole));
            cells.add(cell(previous == 0 ? Double.NaN : change / Math.abs(previous), false));
        }
        return Collections.unmodifiableList(cells);
    }

    private double previous(int[] places, int measure) {
        double sum = 0;
        int n = 0;
        for (int p = 1; p < places.length; p++) {
            double value = value(p, places[p], measure);
            if (!Double.isNaN(value)) {
                sum += value;
                n++;
            }
        }
        return n == 0 ? Double.NaN : sum / n;
    }

    private double value(int pivot, int row, int measure) {
        return row < 0 ? Double.NaN : pivots.get(pivot).value(row, measure);
    }

    private static @Nullable Object cell(double value, boolean whole) {
        if (Double.isNaN(value)) {
            return null;
        }
        return whole ? (Object) (long) value : (Object) value;
    }

    private int[] noRows() {
        int[] none = new int[pivots.size()];
        Arrays.fill(none, -1);
        return none;
    }

    private List<@Nullable Object> key(PivotResult pivot, int row) {
        List<@Nullable Object> key = new ArrayList<>(keys);
        for (int column = 0; column < keys; column++) {
            key.add(pivot.cell(row, column));
        }
        return key;
    }

    private static int compareKeys(List<@Nullable Object> a, List<@Nullable Object> b) {
        for (int i = 0; i < a.size(); i++) {
            int order = CELLS.compare(a.get(i), b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static int compare(Object a, Object b) {
        return switch (a) {
            case Long number -> number.compareTo((Long) b);
            case Double number -> number.compareTo((Double) b);
            default -> a.toString().compareTo(b.toString());
        };
    }
}
