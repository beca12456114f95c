package org.fleetscope.analysis;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Groups and their measures, sorted by the grouping values. Immutable. See {@link Pivot}. */
public final class PivotResult {
    private final List<Grouping> by;
    private final List<Measure> measures;
    private final List<GroupCodes> codes;
    private final long[] keys;
    private final List<double[]> values;

    PivotResult(
            List<Grouping> by,
            List<Measure> measures,
            List<GroupCodes> codes,
            long[] keys,
            List<double[]> values) {
        this.by = List.copyOf(by);
        this.measures = List.copyOf(measures);
        this.codes = codes;
        this.keys = keys;
        this.values = values;
    }

    /** Names of the grouping columns, then of the measures. */
    public List<String> columns() {
        return Stream.concat(by.stream().map(Grouping::id), measures.stream().map(Measure::id))
                .toList();
    }

    /** Groups. */
    public int size() {
        return keys.length;
    }

    public List<Grouping> by() {
        return by;
    }

    public List<Measure> measures() {
        return measures;
    }

    /** A measure of a group, NaN when missing. */
    public double value(int row, int measure) {
        return values.get(measure)[row];
    }

    /**
     * A cell: text, Long or Double for a grouping, Long for count, Double for other measures; null
     * when missing.
     */
    public @Nullable Object cell(int row, int column) {
        if (column < codes.size()) {
            return codes.get(column).value().apply(code(keys[row], column));
        }
        int measure = column - codes.size();
        double value = values.get(measure)[row];
        if (measures.get(measure).function() == Measure.Function.COUNT) {
            return (long) value;
        }
        return Double.isNaN(value) ? null : value;
    }

    private int code(long key, int column) {
        long rest = key;
        for (int c = codes.size() - 1; c > column; c--) {
            rest /= codes.get(c).size();
        }
        return (int) (rest % codes.get(column).size());
    }
}
