package org.fleetscope.workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.RowOrigin;
import org.fleetscope.model.Scope;
import org.fleetscope.series.TableData;

/**
 * An open workspace: its store, its runs in memory, and the use cases over them. Thread-safe; calls
 * compute, so they don't belong on the UI thread. One process at a time has a workspace open.
 */
public interface Workspace extends AutoCloseable {
    /** The workspace folder. */
    Path folder();

    /** True for a workspace that is deleted when it is closed. */
    boolean isTemporary();

    /**
     * Imports files as one bundle: all of it lands, or nothing does. Folders stand for the files in
     * them. From {@link ImportListener#rowsDurable} on it can no longer be cancelled.
     *
     * @throws IOException when a file can't be read; its message names the file and what to do.
     *     After {@link ImportListener#rowsDurable} the import has landed all the same
     * @throws java.util.concurrent.CancellationException when the job was cancelled; nothing was
     *     stored
     */
    ImportSummary importFiles(
            List<Path> files, ImportOptions options, ImportListener listener, JobContext job)
            throws IOException;

    /**
     * Follows files and folders that grow, until the job is cancelled, which is its normal end.
     * Views show a row as soon as it is read; it is on disk about a second later. An import waits
     * until such rows are on disk, and following waits for the import. One following at a time.
     *
     * @return the last status, when all rows that were shown are on disk
     * @throws IOException when rows could not be stored, which are shown no longer then, or files
     *     can't be watched; the message says what to do
     */
    FollowStatus follow(
            List<Path> paths, FollowOptions options, FollowListener listener, JobContext job)
            throws IOException;

    /**
     * The checks of an import, with nothing stored: against the runs, tasks, agents and results of
     * this workspace, which stay as they are.
     */
    ImportSummary validate(
            List<Path> files, ImportOptions options, RejectListener rejects, JobContext job)
            throws IOException;

    /** The state of now, under a scope. */
    FleetView view(Scope scope, AnalysisSettings settings, JobContext job);

    /**
     * The state of now for who asks again with every row that comes: counts, timeline and the rows
     * of agents with new runs are those of now, and cost what the new rows cost. Findings, scores
     * and trends are those of the last {@link FleetView#examine}; so are the outcomes of runs whose
     * result came after them. What else is asked of the view is exact.
     */
    default FleetView liveView(Scope scope, AnalysisSettings settings, JobContext job) {
        return view(scope, settings, job);
    }

    /** Number of the state of now, see {@link FleetView#dataVersion()}. */
    long dataVersion();

    /** The rules of this workspace and what is known of its data by them. */
    DataQuality quality();

    /** What the workspace holds. */
    WorkspaceInfo info();

    /**
     * The row as it stands in its file.
     *
     * @throws IOException when the file is gone or was changed; the message says so
     */
    String rawRow(RowOrigin origin, JobContext job) throws IOException;

    /** The rejected rows and their repair. */
    Quarantine quarantine();

    /** What people said of findings. */
    Verdicts verdicts();

    /** Read-only SQL on the store, at most {@code maxRows} rows of it. */
    TableData query(String sql, int maxRows, JobContext job) throws IOException;

    /** Read-only SQL on the store, with types and the place of an error. */
    SqlConsole sql();

    /** Writes the report of a scope into a folder and names the files written. */
    List<Path> report(
            Scope scope,
            AnalysisSettings settings,
            ReportOptions options,
            Path folder,
            JobContext job)
            throws IOException;

    /** Ends all access; a temporary workspace is deleted. */
    @Override
    void close() throws IOException;
}
