package org.fleetscope.report;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.fleetscope.series.TableData;
import org.fleetscope.series.TableSink;
import org.jspecify.annotations.Nullable;

/**
 * Writes one table into a stream, row by row. Cells are String, Number, Boolean or null; null and
 * numbers that are not finite are missing. Closing completes the text and closes the stream. Not
 * thread-safe.
 */
public interface TableWriter extends TableSink, Closeable {
    /**
     * Writes a whole table, at most {@code maxRows} of its rows.
     *
     * @return true when no row was left out
     */
    default boolean table(TableData table, long maxRows) throws IOException {
        columns(table.columns());
        long written = 0;
        for (List<@Nullable Object> row : table.rows()) {
            if (written++ == maxRows) {
                return false;
            }
            row(row.toArray());
        }
        return true;
    }
}
