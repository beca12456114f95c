package org.fleetscope.series;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes a table row by row, for tables too long to hold. Cells as in {@link TableData}. */
public interface TableSink {
    /** Called once, first. */
    void columns(List<String> names) throws IOException;

    /** The array is reused for the next row. */
    void row(@Nullable Object[] cells) throws IOException;
}
