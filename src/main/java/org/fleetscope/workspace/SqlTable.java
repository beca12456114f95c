package org.fleetscope.workspace;

import java.util.List;
import org.fleetscope.model.SqlColumn;

/**
 * A table or view that a query may read.
 *
 * @param view true for a view
 */
public record SqlTable(String name, boolean view, List<SqlColumn> columns) {
    public SqlTable {
        columns = List.copyOf(columns);
    }
}
