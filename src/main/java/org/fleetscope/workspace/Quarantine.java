package org.fleetscope.workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.BulkFix;
import org.fleetscope.model.QuarantineFilter;
import org.fleetscope.model.QuarantinedRow;
import org.fleetscope.model.RejectedRow;
import org.fleetscope.model.RepairEntry;
import org.fleetscope.model.RowField;
import org.fleetscope.model.RuleViolation;
import org.jspecify.annotations.Nullable;

/**
 * The rejected rows of a workspace: what is wrong with them, repairing them, taking repairs back. A
 * row is checked as its import checked it: with that import's mapping, limits, profile and
 * reference time. The row as it stood in its file is always kept. Thread-safe; calls compute and
 * read the disk, so they don't belong on the UI thread. Repairs wait for a running import.
 */
public interface Quarantine {
    /** What is wrong in all, rule by rule. */
    QualityReport report(QuarantineFilter filter, JobContext job) throws IOException;

    /**
     * The first rows that were kept although they broke a rule that warns; their text is in their
     * files.
     *
     * @param importId of one import, null for all
     */
    List<RejectedRow> flagged(String rule, @Nullable Long importId, int limit, JobContext job)
            throws IOException;

    /** Rows that a filter lets through. */
    long count(QuarantineFilter filter, JobContext job) throws IOException;

    /**
     * The next rows in the order in which they were rejected, with the beginning of their text.
     *
     * @param after number of the row before the first one wanted, 0 for the first of all
     */
    List<QuarantinedRow> page(QuarantineFilter filter, long after, int limit, JobContext job)
            throws IOException;

    /**
     * A row with all that is needed to edit it.
     *
     * @throws IOException when there is no such row
     */
    EditableRow open(long id) throws IOException;

    /** A row with another text. Nothing is changed. */
    Check check(long id, String text) throws IOException;

    /** A row with other fields; the check's text is the row as its file would have it. */
    Check check(long id, List<RowField> fields) throws IOException;

    /** The row after a change of one field. */
    Check check(long id, BulkFix fix) throws IOException;

    /**
     * Re-admits the rows that break no error rule with their new texts, all of them at once.
     *
     * @param texts by the row's number
     */
    RepairOutcome readmit(Map<Long, String> texts, JobContext job) throws IOException;

    /** What {@link #fix} would do. Nothing is changed. */
    RepairOutcome tryFix(QuarantineFilter filter, BulkFix fix, JobContext job) throws IOException;

    /** Changes all rows that a filter lets through and re-admits those that are good then. */
    RepairOutcome fix(QuarantineFilter filter, BulkFix fix, JobContext job) throws IOException;

    /** What can be undone and redone, and the latest repairs, newest first. */
    History history(int limit) throws IOException;

    /**
     * Takes the latest repair back: its rows are in quarantine again, and nothing else has changed.
     *
     * @throws IOException when there is none, or when a later import counts on its rows
     */
    RepairEntry undo(JobContext job) throws IOException;

    /**
     * Repeats the repair that was undone last; its rows are held against what is stored now.
     *
     * @throws IOException when there is none
     */
    RepairOutcome redo(JobContext job) throws IOException;

    /**
     * Writes one line a row and rule into a file with the columns of {@code validate --rejects}.
     *
     * @param file ends with .csv or .ndjson
     * @return lines written
     */
    long export(QuarantineFilter filter, Path file, JobContext job) throws IOException;

    /**
     * Writes the rows as their files have them, in their latest text, one file a source file.
     *
     * @return the files written
     */
    List<Path> exportRows(QuarantineFilter filter, Path folder, JobContext job) throws IOException;

    /**
     * A row to be edited.
     *
     * @param text as it stood in the file, or as it was re-admitted
     * @param fields empty when the row can't be taken apart
     * @param table whether the fields are cells under a header
     */
    record EditableRow(
            QuarantinedRow row, String text, List<RowField> fields, boolean table, Check check) {
        public EditableRow {
            fields = List.copyOf(fields);
        }
    }

    /**
     * What a row would be.
     *
     * @param fields empty when the row can't be taken apart
     * @param violations errors and warnings
     * @param admissible whether it breaks no error rule
     * @param alreadyThere whether a row that says the same is stored
     */
    record Check(
            String text,
            List<RowField> fields,
            List<RuleViolation> violations,
            boolean admissible,
            boolean alreadyThere) {
        public Check {
            fields = List.copyOf(fields);
            violations = List.copyOf(violations);
        }
    }

    /** Repairs made. Null for nothing to undo or redo. */
    record History(
            @Nullable RepairEntry undoable,
            @Nullable RepairEntry redoable,
            List<RepairEntry> entries) {
        public History {
            entries = List.copyOf(entries);
        }
    }
}
