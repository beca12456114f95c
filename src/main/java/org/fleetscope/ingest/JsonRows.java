package org.fleetscope.ingest;

import java.io.IOException;
import org.fleetscope.job.JobContext;

/** The rows of a text of JSON, each a stretch of bytes. */
interface JsonRows {
    /** Takes rows. */
    interface Visitor {
        /**
         * @return whether to go on
         */
        boolean row(byte[] bytes, int start, int end) throws IOException, JsonFaultException;
    }

    /**
     * Hands over the rows in order until the visitor has enough. Reading begins anew each time.
     *
     * @throws IOException when a row is no JSON, with its place
     */
    void each(Visitor visitor, JobContext job) throws IOException;
}
