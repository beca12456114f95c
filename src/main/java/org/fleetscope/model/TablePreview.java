package org.fleetscope.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a file is and its first rows, before any mapping.
 *
 * @param format id of the format
 * @param encoding name of the character set
 * @param dialect how the format is spelled, in its own terms: texts, whole numbers and booleans
 * @param rows cells in the order of the columns, null for a missing one; a row of the file that is
 *     too long has more cells than there are columns
 */
public record TablePreview(
        String format,
        String encoding,
        Map<String, Object> dialect,
        List<TableColumn> columns,
        List<List<@Nullable String>> rows) {
    public TablePreview {
        dialect = Collections.unmodifiableMap(new LinkedHashMap<>(dialect));
        columns = List.copyOf(columns);
        rows = Collections.unmodifiableList(new ArrayList<>(rows));
    }
}
