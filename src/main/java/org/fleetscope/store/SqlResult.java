package org.fleetscope.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a query.
 *
 * @param rows cells as Long, Double, Boolean, String or null; times as ISO-8601 UTC text, ids lower
 *     case
 * @param truncated true when there were more rows than asked for
 */
public record SqlResult(
        List<String> columns, List<List<@Nullable Object>> rows, boolean truncated) {}
