package org.fleetscope.store;

import java.util.List;
import org.fleetscope.model.SqlColumn;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a query.
 *
 * @param rows cells as Long, Double, Boolean, String or null; times as ISO-8601 UTC text, ids lower
 *     case
 * @param truncated true when there were more rows than asked for
 */
public record SqlResult(
        List<SqlColumn> columns, List<List<@Nullable Object>> rows, boolean truncated) {
    /** Names of the columns. */
    public List<String> names() {
        return columns.stream().map(SqlColumn::name).toList();
    }
}
