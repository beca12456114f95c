package org.fleetscope.series;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table for export or display: typed cells (String, Long, Double, Boolean; null is missing).
 *
 * @param columns names, as in the header
 */
public record TableData(List<String> columns, List<List<@Nullable Object>> rows) {}
