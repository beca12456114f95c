package org.fleetscope.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fleetscope.model.RejectedRow;
import org.fleetscope.model.RuleSeverity;
import org.fleetscope.model.RuleViolation;

/** Stages rejected rows with every rule they broke. Not thread-safe. */
final class QuarantineWriter implements AutoCloseable {
    private final long importId;
    private final Binder rows;
    private final Binder violations;
    private final Map<String, RuleSeverity> severities = new HashMap<>();
    private long nextId;

    QuarantineWriter(Connection session, long importId) throws SQLException {
        this.importId = importId;
        this.nextId =
                Catalog.number(session, "SELECT MAX(quarantine_id) FROM kpi.quarantine", 0) + 1;
        this.rows =
                new Binder(
                        session, "INSERT INTO staging.quarantine VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
        this.violations =
                new Binder(
                        session,
                        "INSERT INTO staging.quarantine_violations VALUES (?, ?, ?, ?, ?, ?, ?)");
    }

    /**
     * @param path path of the row's file as the import records it
     */
    void write(RejectedRow row, String path) throws SQLException {
        long id = nextId++;
        rows.bigint(id)
                .bigint(importId)
                .text(path)
                .bigint(row.origin().line())
                .bigint(row.origin().byteOffset())
                .text(row.raw())
                .time(row.recordedAt())
                .text(row.joinedScores())
                .add();
        int position = 0;
        for (RuleViolation violation : row.violations()) {
            severities.put(violation.ruleId(), violation.severity());
            violations
                    .bigint(id)
                    .integer(position++)
                    .text(violation.ruleId())
                    .text(word(violation.severity()))
                    .text(violation.field())
                    .text(violation.value())
                    .text(violation.message())
                    .add();
        }
    }

    /** "error" or "warning"; a rule that put no row into quarantine is one that warns. */
    String severityOf(String ruleId) {
        return word(severities.getOrDefault(ruleId, RuleSeverity.WARNING));
    }

    private static String word(RuleSeverity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    void flush() throws SQLException {
        rows.flush();
        violations.flush();
    }

    /**
     * Moves what was staged into schema kpi, but for rows that stand there, within the session's
     * transaction.
     */
    static void moveStaged(Connection session) throws SQLException {
        for (String sql :
                List.of(
                        "MERGE INTO kpi.quarantine_seen KEY (import_id, quarantine_id) SELECT DISTINCT s.import_id,"
                                + " q.quarantine_id FROM staging.quarantine s JOIN kpi.quarantine q ON"
                                + " q.byte_offset = s.byte_offset AND q.line = s.line AND q.file ="
                                + " s.file AND q.raw = s.raw",
                        "MERGE INTO kpi.quarantine k USING (SELECT q.quarantine_id,"
                                + " MIN(s.joined_scores) AS scores FROM staging.quarantine s JOIN"
                                + " kpi.quarantine q ON q.byte_offset = s.byte_offset AND q.line ="
                                + " s.line AND q.file = s.file AND q.raw = s.raw WHERE"
                                + " s.joined_scores IS NOT NULL AND q.joined_scores IS NULL GROUP BY"
                                + " q.quarantine_id) late ON k.quarantine_id = late.quarantine_id WHEN"
                                + " MATCHED THEN UPDATE SET joined_scores = late.scores",
                        "DELETE FROM staging.quarantine s WHERE EXISTS (SELECT 1 FROM kpi.quarantine q"
                                + " WHERE q.byte_offset = s.byte_offset AND q.line = s.line AND q.file"
                                + " = s.file AND q.raw = s.raw)",
                        "INSERT INTO kpi.quarantine SELECT * FROM staging.quarantine",
                        "INSERT INTO kpi.quarantine_violations SELECT v.* FROM"
                                + " staging.quarantine_violations v WHERE EXISTS (SELECT 1 FROM"
                                + " kpi.quarantine q WHERE q.quarantine_id = v.quarantine_id)")) {
            try (PreparedStatement statement = session.prepareStatement(sql)) {
                statement.executeUpdate();
            }
        }
    }

    /** Removes what was staged within the session's transaction. */
    static void deleteStaged(Connection session) throws SQLException {
        for (String table : List.of("quarantine", "quarantine_violations")) {
            try (PreparedStatement delete =
                    session.prepareStatement("DELETE FROM staging." + table)) {
                delete.executeUpdate();
            }
        }
    }

    @Override
    public void close() throws SQLException {
        try (rows;
                violations) {
            // Closed in turn, the second also when the first fails.
        }
    }
}
