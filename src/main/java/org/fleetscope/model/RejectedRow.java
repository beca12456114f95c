package org.fleetscope.model;

import java.util.List;

/**
 * A quarantined row with every rule it broke.
 *
 * @param raw the row as it stood in the file, at most {@link #MAX_RAW} characters of it
 * @param recordedAt µs UTC, {@link Times#MISSING} where the row does not say so readably
 */
public record RejectedRow(
        RowOrigin origin, String raw, List<RuleViolation> violations, long recordedAt) {
    public static final int MAX_RAW = 1 << 20;

    /** A row without a readable time. */
    public RejectedRow(RowOrigin origin, String raw, List<RuleViolation> violations) {
        this(origin, raw, violations, Times.MISSING);
    }

    public RejectedRow {
        violations = List.copyOf(violations);
    }
}
