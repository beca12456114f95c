package org.fleetscope.ui.aggregations;

import java.util.List;
import java.util.stream.Stream;
import org.fleetscope.workspace.PeriodComparison;

/**
 * What a pivot is asked to be.
 *
 * @param rows one or two dimensions, the outer first
 * @param column dimension of the columns, {@link PivotDimension#NONE} for none
 * @param measures at least one
 */
record PivotLayout(
        List<PivotDimension> rows,
        PivotDimension column,
        List<PivotMeasure> measures,
        PeriodComparison comparison) {
    PivotLayout {
        rows = rows.stream().filter(dimension -> !dimension.isNone()).distinct().toList();
        measures = List.copyOf(measures);
        if (rows.isEmpty() || measures.isEmpty()) {
            throw new IllegalArgumentException("a pivot has rows and measures");
        }
        if (rows.contains(column)) {
            column = PivotDimension.NONE;
        }
    }

    /** Rows and columns. */
    List<PivotDimension> all() {
        return Stream.concat(rows.stream(), columns().stream()).toList();
    }

    /** The dimension of the columns; none or one. */
    List<PivotDimension> columns() {
        return column.isNone() ? List.of() : List.of(column);
    }

    boolean isCompared() {
        return comparison.kind() != PeriodComparison.Kind.NONE;
    }
}
