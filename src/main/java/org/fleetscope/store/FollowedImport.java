package org.fleetscope.store;

import java.io.IOException;
import java.util.List;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.AcceptedRows;
import org.fleetscope.model.EntityBatch;
import org.fleetscope.model.FlagChanges;
import org.fleetscope.model.RejectedRow;
import org.jspecify.annotations.Nullable;

/**
 * An import of files that are followed: one import with one table a UTC day, however many steps it
 * lands in. Each step is durable and visible as a whole when {@link #land} returns; a process that
 * ends in between leaves the steps before. Used by one thread at a time.
 */
public interface FollowedImport extends AutoCloseable {
    /**
     * What came since the last step.
     *
     * @param outcome counts since following began, this step included
     * @param settings profile, mapping and how far the files are read, as JSON text
     * @param flags what was judged of all rows so far since the last judging; its groups are all
     *     there are of the import. Null when nothing was judged
     * @param indexed whether a day that is new gets its key and indexes before its rows, which
     *     keeps look-ups fast and slows many rows down
     */
    record Step(
            List<AcceptedRows> rows,
            List<EntityBatch> entities,
            List<RejectedRow> rejected,
            @Nullable FlagChanges flags,
            StagedImport.ImportOutcome outcome,
            String settings,
            boolean indexed) {
        public Step {
            rows = List.copyOf(rows);
            entities = List.copyOf(entities);
            rejected = List.copyOf(rejected);
        }
    }

    /** Number of the import; 0 before its first step. */
    long importId();

    /**
     * Lands a step.
     *
     * @throws IOException when it could not be stored; then nothing of it is
     */
    void land(Step step) throws IOException;

    /** Builds the keys and indexes that its tables lack. */
    void index(JobContext job) throws IOException;

    @Override
    void close() throws IOException;
}
