package org.fleetscope.ui.aggregations;

import java.util.List;
import java.util.StringJoiner;
import org.fleetscope.series.TableData;
import org.jspecify.annotations.Nullable;

/** A table as text between tabs, which spreadsheets take from the clipboard. */
final class PivotText {
    private PivotText() {}

    static String tabbed(TableData table) {
        StringJoiner lines = new StringJoiner("\n", "", "\n");
        lines.add(String.join("\t", table.columns()));
        for (List<@Nullable Object> row : table.rows()) {
            StringJoiner cells = new StringJoiner("\t");
            row.forEach(cell -> cells.add(cell == null ? "" : cell.toString()));
            lines.add(cells.toString());
        }
        return lines.toString();
    }
}
