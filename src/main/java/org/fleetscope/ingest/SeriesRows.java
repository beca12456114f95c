package org.fleetscope.ingest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** Takes the rows of time series: a flat object of names and values a row. */
interface SeriesRows {
    /** Member of a row with its time, RFC 3339 text. */
    String TIME = "time";

    /** Member of a row with the measurement that it belongs to. */
    String MEASUREMENT = "measurement";

    /**
     * Takes a row.
     *
     * @param raw the row as a person should see it when it is rejected
     * @return whether to go on
     */
    boolean row(ObjectNode row, RowOutput.Place place, String raw) throws IOException;

    /** Takes what can't be read. */
    void malformed(MalformedRowException fault, RowOutput.Place place, String raw)
            throws IOException;
}
