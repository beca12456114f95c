package org.fleetscope.store;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.AcceptedRows;
import org.fleetscope.model.AgentWindow;
import org.fleetscope.model.EntityBatch;
import org.fleetscope.model.FlagChanges;
import org.fleetscope.model.MetadataUpdate;
import org.fleetscope.model.RejectedRow;

/**
 * An import being written: first all that belongs to it, then {@link #commit}, then what can be
 * made of its rows at any time, {@link #aggregates} and {@link #index}. Calls come one at a time.
 * Closing without a commit, or the end of the process at any moment before it, leaves no trace of
 * it.
 */
public interface StagedImport extends AutoCloseable {
    long importId();

    void rows(AcceptedRows rows) throws IOException;

    /**
     * Takes back rows written before: a later row of this import contradicted them. Keys as
     * (recorded_at, hi, lo).
     */
    void retract(List<long[]> keys) throws IOException;

    /**
     * Stores entities; one that is stored already (same key) is replaced when it says something
     * else.
     */
    void entities(EntityBatch batch) throws IOException;

    /**
     * Quarantines rows; one that stands in quarantine already (same file content and rules) is not
     * stored twice.
     */
    void quarantine(List<RejectedRow> rows) throws IOException;

    /** Raises and lifts flags of kept rows. */
    void flags(FlagChanges changes) throws IOException;

    /** Gives runs that are stored, or written before, other metadata; with the commit. */
    void metadata(List<MetadataUpdate> updates) throws IOException;

    /**
     * Notes that this import brought rows which repairs had stored before: those repairs can't be
     * undone any more, since the import counts on their rows. By their numbers.
     */
    void confirm(Set<Long> repairs) throws IOException;

    /**
     * Makes the whole import visible and durable, at once. Its rows have no indexes yet: look-ups
     * find them, only slower. Aggregates of days whose rows it changed, or once it brought results
     * those of all days, are taken back: they would be wrong.
     */
    void commit(ImportOutcome outcome) throws IOException;

    /**
     * UTC days with rows and without aggregates, ascending.
     *
     * @throws IllegalStateException before {@link #commit}
     */
    long[] daysToAggregate() throws IOException;

    /**
     * Writes the aggregates of days that have none; all windows given start within them. Whatever
     * ends it early, the import stays whole, and {@link Store#daysToAggregate} names what is
     * missing.
     *
     * @throws IllegalStateException before {@link #commit}
     */
    void aggregates(List<AgentWindow> rows, long[] epochDays) throws IOException;

    /**
     * Builds the primary keys and indexes of the committed rows of this import. Whatever ends it
     * early, the import stays whole, and {@link Store#index} builds what is missing.
     *
     * @throws IllegalStateException before {@link #commit}
     * @throws java.util.concurrent.CancellationException when the job was cancelled
     */
    void index(JobContext job) throws IOException;

    @Override
    void close() throws IOException;

    /**
     * Counts to be recorded.
     *
     * @param rules rows that broke each rule
     * @param sha256 hash of each file by its path
     */
    record ImportOutcome(
            long rowsRead,
            long accepted,
            long rejected,
            long skippedExisting,
            Map<String, Long> rules,
            Map<String, Long> rowsByFile,
            Map<String, String> sha256) {}
}
