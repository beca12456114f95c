package org.fleetscope.workspace;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.fleetscope.model.ReadOptions;
import org.fleetscope.model.TableColumn;
import org.jspecify.annotations.Nullable;

/**
 * A foreign file before it is imported.
 *
 * @param path the file
 * @param format id of its format
 * @param encoding of its text
 * @param compression "none" when it is plain
 * @param dialect how the format is spelled, in its own terms
 * @param columns with the types of their cells
 * @param values the first few distinct values of each column, by its name
 * @param rows its first rows as they stand, null for a missing cell
 * @param mapping the mapping to begin with
 * @param mappingSource where that mapping comes from, for people
 * @param entities whether its rows are entities as they stand
 * @param read how it was opened
 */
public record ForeignPreview(
        Path path,
        String format,
        String encoding,
        String compression,
        Map<String, Object> dialect,
        List<TableColumn> columns,
        Map<String, List<String>> values,
        List<List<@Nullable String>> rows,
        MappingDraft mapping,
        String mappingSource,
        boolean entities,
        ReadOptions read) {
    public ForeignPreview {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }
}
