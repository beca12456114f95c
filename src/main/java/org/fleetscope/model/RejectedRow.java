package org.fleetscope.model;

import java.util.List;

/**
 * A quarantined row with every rule it broke.
 *
 * @param raw the row as it stood in the file, at most {@link #MAX_RAW} characters of it
 */
public record RejectedRow(RowOrigin origin, String raw, List<RuleViolation> violations) {
    public static final int MAX_RAW = 1 << 20;

    public RejectedRow {
        violations = List.copyOf(violations);
    }
}
