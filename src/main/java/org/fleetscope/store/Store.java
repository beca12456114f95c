package org.fleetscope.store;

import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.AcceptedRows;
import org.fleetscope.model.AgentWindow;
import org.fleetscope.model.EntityBatch;
import org.fleetscope.model.RowFlag;
import org.fleetscope.model.TimeRange;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what was imported. Readers see committed imports only. Thread-safe; calls block on the
 * disk. Every failure is an IOException whose message names the store's folder and what to do.
 */
public interface Store extends AutoCloseable {
    /**
     * Starts an import that is invisible until {@link StagedImport#commit}. One at a time. It waits
     * for an index that {@link #index} is just building.
     */
    StagedImport begin(ImportHeader header) throws IOException;

    /**
     * Starts an import of files that are followed, which lands in steps. Others may be written
     * between its steps.
     */
    FollowedImport follow(ImportHeader header) throws IOException;

    /** UTC days with rows, ascending, with their row counts. */
    List<StoredDay> days() throws IOException;

    /**
     * Keys and content hashes of the stored rows of the days chosen (by epoch day), to recognise
     * rows that are already there.
     */
    void keys(LongPredicate days, KeyConsumer to) throws IOException;

    /** Content hash of the stored run with this key; empty when there is none. */
    OptionalLong contentHash(long recordedAt, UUID taskId) throws IOException;

    /**
     * Rows within a range as batches, in the order they were stored; an agent filter is not needed
     * here.
     */
    void read(TimeRange range, Consumer<AcceptedRows> to, JobContext job) throws IOException;

    /** All tasks, results, agents and health records, in batches. */
    void readEntities(Consumer<EntityBatch> to) throws IOException;

    /** Counts, imports, sizes, schema version. */
    StoreInfo info() throws IOException;

    /** Rules broken by quarantined or flagged rows over all imports, with their counts. */
    List<RuleCount> ruleCounts() throws IOException;

    /** Rejected rows and their repairs. */
    QuarantineStore quarantine();

    /** What people said of findings. */
    VerdictStore verdicts();

    /** Number of the last import, 0 before the first. */
    long lastImportId() throws IOException;

    /** Flags of stored runs that stand, in no order. */
    void readFlags(FlagConsumer to) throws IOException;

    /** The first flags of a rule that stand, at most {@code max}, in the order they were raised. */
    List<RowFlag> flags(String ruleId, int max) throws IOException;

    /** Flags of all runs of a type or an agent, by import. */
    List<StoredGroupFlag> groupFlags() throws IOException;

    /** Settings of the rules as JSON text, null when none were ever made. */
    @Nullable String ruleSettings() throws IOException;

    /**
     * Makes settings of the rules those of the next import; earlier ones are kept beside them.
     *
     * @param changedAt µs UTC
     */
    void ruleSettings(long changedAt, String json) throws IOException;

    /**
     * UTC days with rows and without aggregates, ascending, as after an import that ended between
     * its commit and its aggregates.
     */
    long[] daysToAggregate() throws IOException;

    /**
     * Writes the aggregates of days that have none, as {@link StagedImport#aggregates} does. Waits
     * for an import that is running.
     *
     * @throws java.util.concurrent.CancellationException when the job was cancelled while it waited
     */
    void aggregates(List<AgentWindow> rows, long[] epochDays, JobContext job) throws IOException;

    /**
     * False when stored rows lack a primary key or an index, as after an import that ended between
     * its commit and the last of its indexes.
     */
    boolean isIndexed() throws IOException;

    /**
     * Builds the primary keys and indexes that are missing, one at a time; does nothing when none
     * is. Readers of a day wait while one of its indexes is built. An import can begin between two
     * indexes; the next is built after it.
     *
     * @throws java.util.concurrent.CancellationException when the job was cancelled, which is
     *     looked at between two indexes; those built stay
     */
    void index(JobContext job) throws IOException;

    /** Read-only SQL, at most {@code maxRows} rows. */
    SqlResult query(String sql, int maxRows, JobContext job) throws IOException;

    /** Read-only SQL, its rows handed on as they come. */
    void query(String sql, SqlSink sink, JobContext job) throws IOException;

    @Override
    void close() throws IOException;

    /** Receives one stored key. */
    @FunctionalInterface
    interface KeyConsumer {
        void key(long recordedAt, long taskHi, long taskLo, long contentHash);
    }

    /** Receives one flag of a stored run. */
    @FunctionalInterface
    interface FlagConsumer {
        void flag(long recordedAt, long taskHi, long taskLo, String ruleId);
    }

    /** A flag as {@link org.fleetscope.model.GroupFlag} has it, with the import it is of. */
    record StoredGroupFlag(
            long importId,
            String ruleId,
            String subject,
            long runs,
            double statistic,
            String message) {}

    record StoredDay(long epochDay, long rows) {}

    record RuleCount(String ruleId, String severity, long rows) {}
}
