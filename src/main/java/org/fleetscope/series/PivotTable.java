package org.fleetscope.series;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.fleetscope.analysis.PivotResult;
import org.jspecify.annotations.Nullable;

/** A pivot as a table for export or display. */
public final class PivotTable {
    private PivotTable() {}

    /** The grouping columns, then the measures; rows in the pivot's order. */
    public static TableData of(PivotResult pivot) {
        int width = pivot.columns().size();
        List<List<@Nullable Object>> rows = new ArrayList<>(pivot.size());
        for (int row = 0; row < pivot.size(); row++) {
            List<@Nullable Object> cells = new ArrayList<>(width);
            for (int column = 0; column < width; column++) {
                cells.add(pivot.cell(row, column));
            }
            rows.add(Collections.unmodifiableList(cells));
        }
        return new TableData(pivot.columns(), Collections.unmodifiableList(rows));
    }
}
