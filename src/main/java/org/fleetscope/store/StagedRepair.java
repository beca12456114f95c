package org.fleetscope.store;

import java.io.IOException;
import java.util.List;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.AcceptedRows;
import org.fleetscope.model.AgentWindow;
import org.fleetscope.model.EntityBatch;
import org.fleetscope.model.FlagChanges;
import org.fleetscope.model.MetadataUpdate;

/**
 * Quarantined rows being re-admitted: first all that belongs to it, then {@link #commit}, then
 * {@link #index}. Calls come one at a time. Closing without a commit, or the end of the process at
 * any moment before it, leaves no trace of it.
 */
public interface StagedRepair extends AutoCloseable {
    /**
     * Runs of one file.
     *
     * @param importId the import that had rejected them, of which they are a part now
     */
    void rows(AcceptedRows rows, long importId) throws IOException;

    /** Entities whose keys are not stored yet. */
    void entities(EntityBatch batch, long importId) throws IOException;

    /**
     * Raises and lifts flags: of the runs of the repair, and of others that its rows say something
     * about. None of groups: a repair has not all runs of its import.
     *
     * @param importId the import that had rejected the rows
     */
    void flags(FlagChanges changes, long importId) throws IOException;

    /** Gives runs that are stored other metadata; with the commit. */
    void metadata(List<MetadataUpdate> updates) throws IOException;

    /** What was done to which quarantined row. */
    void repaired(List<RepairedRow> rows) throws IOException;

    /** Replaces the aggregates of the windows that start within the epoch days given. */
    void aggregates(List<AgentWindow> rows, long[] epochDays) throws IOException;

    /**
     * Makes the repair visible and durable, at once.
     *
     * @return the number of the repair
     */
    long commit(Record record) throws IOException;

    /** Builds the indexes of tables made for the repair, as {@link StagedImport#index}. */
    void index(JobContext job) throws IOException;

    @Override
    void close() throws IOException;

    /**
     * What is remembered.
     *
     * @param at µs UTC
     * @param by name of the user
     * @param redone the undone repair that this one does again, 0 for a new one. A new one leaves
     *     nothing to redo
     */
    record Record(long at, String by, String description, long redone) {}
}
