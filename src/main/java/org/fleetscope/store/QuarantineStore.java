package org.fleetscope.store;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.EntityKind;
import org.fleetscope.model.QuarantineFilter;
import org.fleetscope.model.QuarantinedRow;
import org.fleetscope.model.RejectedRow;
import org.fleetscope.model.RepairEntry;
import org.fleetscope.model.RuleSeverity;
import org.jspecify.annotations.Nullable;

/**
 * Rejected rows and their repairs. A quarantined row is never changed; it is out of quarantine
 * while an active repair names it. Thread-safe; calls block on the disk, and can be cancelled where
 * they take a job.
 */
public interface QuarantineStore {
    /** Characters of a row in a list of rows. */
    int RAW_SHOWN = 1000;

    /** Rows that a filter lets through. */
    long count(QuarantineFilter filter, JobContext job) throws IOException;

    /**
     * The next rows in the order they were rejected, with the beginning of their text.
     *
     * @param after number of the row before the first one wanted, 0 for the first of all
     */
    List<QuarantinedRow> page(QuarantineFilter filter, long after, int limit, JobContext job)
            throws IOException;

    /** Rows with their whole text, in the order of their numbers; unknown numbers are left out. */
    List<QuarantinedRow> rows(List<Long> ids) throws IOException;

    /** All rows that a filter lets through with their whole text, in portions. */
    void stream(QuarantineFilter filter, Consumer<List<QuarantinedRow>> to, JobContext job)
            throws IOException;

    /** Every rule that the rows let through broke, one call a row and rule. */
    void tally(QuarantineFilter filter, TallyConsumer to, JobContext job) throws IOException;

    /**
     * Every flag of a row that was kept, one call a row and rule.
     *
     * @param importId of one import, null for all
     */
    void tallyFlags(@Nullable Long importId, TallyConsumer to, JobContext job) throws IOException;

    /** The first rows that were kept and flagged by a rule; their text is not stored. */
    List<RejectedRow> flagged(String rule, @Nullable Long importId, int limit, JobContext job)
            throws IOException;

    /** What is recorded of an import, null for an unknown one. */
    @Nullable ImportReading reading(long importId) throws IOException;

    /** Every import, the newest last. */
    List<ImportTotals> imports() throws IOException;

    /** Repairs, the newest first. */
    List<RepairEntry> repairs(int limit) throws IOException;

    /** The active repair made last, null for none. */
    @Nullable RepairEntry undoable() throws IOException;

    /** The repair undone last that can be redone, null for none. */
    @Nullable RepairEntry redoable() throws IOException;

    /** What a repair had made of its rows, in portions. */
    void repaired(long repairId, Consumer<List<RepairedRow>> to) throws IOException;

    /** Keys of what active repairs stored and no import has confirmed, with the repair's number. */
    void repairedKeys(KeyConsumer to) throws IOException;

    /**
     * UTC days that hold runs of imports which have runs on one of the days, or are among those
     * named; with the days themselves, ascending. Aggregates of the days compare runs with those of
     * all these days.
     */
    long[] relatedDays(long[] epochDays, Set<Long> imports) throws IOException;

    /** Starts a re-admission. It waits for an index that is just being built. */
    StagedRepair begin() throws IOException;

    /** Starts to take a repair back. */
    StagedUndo beginUndo(long repairId) throws IOException;

    /** Receives one broken rule of one row. */
    @FunctionalInterface
    interface TallyConsumer {
        void broken(
                long quarantineId,
                long line,
                long recordedAt,
                String rule,
                RuleSeverity severity,
                String field);
    }

    /** Receives the key of one repaired row; a missing part is null or Times.MISSING. */
    @FunctionalInterface
    interface KeyConsumer {
        void key(long repairId, EntityKind entity, long recordedAt, @Nullable UUID id);
    }

    /**
     * How an import read its files.
     *
     * @param startedAt µs UTC, the reference time of its rules
     * @param settings profile, mapping and limits as JSON text
     * @param files by path
     */
    record ImportReading(long startedAt, String settings, Map<String, FileReading> files) {}

    /**
     * How a file was read.
     *
     * @param reading JSON as it was given in the import's header, null when it was not
     */
    record FileReading(String format, @Nullable String reading) {}

    /** Counts of an import. {@code repaired} of the rejected rows are re-admitted. */
    record ImportTotals(
            long importId,
            long startedAt,
            List<String> files,
            long rowsRead,
            long accepted,
            long rejected,
            long skippedExisting,
            long repaired) {}
}
