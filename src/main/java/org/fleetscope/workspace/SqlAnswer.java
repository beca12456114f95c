package org.fleetscope.workspace;

import java.util.List;
import org.fleetscope.model.SqlColumn;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a query.
 *
 * @param rows cells as Long, BigInteger, Double, Boolean, String or null for missing; times as
 *     ISO-8601 UTC text
 * @param more true when there are rows beyond those
 */
public record SqlAnswer(List<SqlColumn> columns, List<List<@Nullable Object>> rows, boolean more) {
    /** Names of the columns. */
    public List<String> names() {
        return columns.stream().map(SqlColumn::name).toList();
    }
}
