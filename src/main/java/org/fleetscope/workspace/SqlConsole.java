package org.fleetscope.workspace;

import java.io.IOException;
import java.util.List;
import org.fleetscope.job.JobContext;
import org.fleetscope.series.TableSink;

/**
 * Read-only SQL on the store of a workspace, its schema {@code kpi} as the default. Thread-safe;
 * calls compute, so they don't belong on the UI thread.
 */
public interface SqlConsole {
    /**
     * Runs a query and keeps its first rows.
     *
     * @throws org.fleetscope.model.StatementException when it can't be run, with the place in it
     * @throws java.util.concurrent.CancellationException when the job was cancelled; the database
     *     has stopped then
     */
    SqlAnswer ask(String sql, int maxRows, JobContext job) throws IOException;

    /**
     * Runs a query and hands all its rows on.
     *
     * @return number of rows
     * @throws IOException as {@link #ask} does
     */
    long write(String sql, TableSink to, JobContext job) throws IOException;

    /** Tables and views that may be read, those of runs and windows first, then by name. */
    List<SqlTable> tables(JobContext job) throws IOException;
}
