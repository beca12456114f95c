package org.fleetscope.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A quarantined row with every rule it broke.
 *
 * @param raw the row as it stood in the file, at most {@link #MAX_RAW} characters of it
 * @param recordedAt µs UTC, {@link Times#MISSING} where the row does not say so readably
 * @param joinedScores JSON text of the scores that it has from another file; null for none
 */
public record RejectedRow(
        RowOrigin origin,
        String raw,
        List<RuleViolation> violations,
        long recordedAt,
        @Nullable String joinedScores) {
    public static final int MAX_RAW = 1 << 20;

    /** A row all of whose values stand in its own file. */
    public RejectedRow(
            RowOrigin origin, String raw, List<RuleViolation> violations, long recordedAt) {
        this(origin, raw, violations, recordedAt, null);
    }

    /** A row without a readable time. */
    public RejectedRow(RowOrigin origin, String raw, List<RuleViolation> violations) {
        this(origin, raw, violations, Times.MISSING);
    }

    public RejectedRow {
        violations = List.copyOf(violations);
    }

    /** The row with the scores that it has from another file. */
    public RejectedRow with(@Nullable String scores) {
        return new RejectedRow(origin, raw, violations, recordedAt, scores);
    }
}
