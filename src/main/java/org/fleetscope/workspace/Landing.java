package org.fleetscope.workspace;

import java.io.IOException;
import java.util.List;
import org.fleetscope.model.AcceptedRows;
import org.fleetscope.model.EntityBatch;
import org.fleetscope.model.RejectedRow;

/** Where checked rows go. Called on one thread at a time, in the order of the files. */
interface Landing {
    /**
     * Seeds knowledge of stored rows of a UTC day before its first row of this import is judged.
     */
    void dayBegins(long epochDay) throws IOException;

    void accepted(AcceptedRows rows) throws IOException;

    void rejected(List<RejectedRow> rows) throws IOException;

    void entities(EntityBatch batch) throws IOException;

    /** Shows a row of another entity than a KPI report that was kept and broke a rule. */
    void flagged(RejectedRow row);
}
