package org.fleetscope.ingest;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.fleetscope.job.JobContext;
import org.jspecify.annotations.Nullable;

/**
 * A file as the plain table it is, before any mapping: columns by name, rows in the file's order,
 * every cell as text. Reading holds a bounded part of the file and begins anew each time.
 */
public interface PlainTable {
    /** How the file is spelled, in the terms of its format: texts, whole numbers and booleans. */
    Map<String, Object> dialect();

    /** Names of the columns as the file has them, {@code column_1} and so on where it has none. */
    List<String> columns();

    /** Whether the file itself names its columns. */
    boolean hasHeader();

    /** Header rows as they stand in the file, none when it has none. */
    default List<List<String>> headerRows() {
        return hasHeader() ? List.of(columns()) : List.of();
    }

    /**
     * Hands over the rows in order until the visitor has enough.
     *
     * @throws IOException when the file can't be read any further; a fault in a document is named
     *     with its line and byte
     */
    void rows(RowVisitor visitor, JobContext job) throws IOException;

    /** Takes the rows of a table. */
    interface RowVisitor {
        /**
         * @param cells in the order of the columns, null for a missing one; fewer or more than
         *     columns where the row is too short or too long
         * @return whether to go on
         */
        boolean row(List<@Nullable String> cells) throws IOException;
    }
}
