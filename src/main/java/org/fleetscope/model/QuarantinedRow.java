package org.fleetscope.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row in quarantine, or one that was and is re-admitted.
 *
 * @param importId the import that rejected it
 * @param recordedAt µs UTC, {@link Times#MISSING} where the row does not say so readably
 * @param raw the row as it stood in its file; in a list of rows perhaps only its beginning
 * @param joinedScores JSON text of the scores that the row has from another file, the mean by id
 *     and name; null for none
 * @param repair null while the row is in quarantine
 */
public record QuarantinedRow(
        long id,
        long importId,
        RowOrigin origin,
        long recordedAt,
        String raw,
        List<RuleViolation> violations,
        @Nullable String joinedScores,
        @Nullable Repair repair) {
    public QuarantinedRow {
        violations = List.copyOf(violations);
    }

    /**
     * How a row came out of quarantine.
     *
     * @param text the row as it was re-admitted
     */
    public record Repair(long repairId, String text) {}
}
