package org.fleetscope.store;

import java.io.IOException;
import java.util.List;
import org.fleetscope.model.SqlColumn;
import org.jspecify.annotations.Nullable;

/** Takes the answer of a query row by row; cells as in {@link SqlResult}. */
public interface SqlSink {
    /** Called once, first. */
    void columns(List<SqlColumn> columns) throws IOException;

    /** Takes a row; false when no more are wanted. */
    boolean row(List<@Nullable Object> cells) throws IOException;
}
