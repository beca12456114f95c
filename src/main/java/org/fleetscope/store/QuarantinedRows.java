package org.fleetscope.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.fleetscope.model.QuarantinedRow;
import org.fleetscope.model.RowOrigin;
import org.fleetscope.model.RuleSeverity;
import org.fleetscope.model.RuleViolation;
import org.h2.jdbc.JdbcResultSet;
import org.jspecify.annotations.Nullable;

/** Reads quarantined rows with what they broke and how they were repaired. */
final class QuarantinedRows {
    private record Head(
            long id,
            long importId,
            RowOrigin origin,
            long recordedAt,
            String raw,
            @Nullable String scores) {}

    private QuarantinedRows() {}

    /** Rows of a statement of {@link QuarantineSql#next}; a row is there once a rule it broke. */
    static List<QuarantinedRow> read(JdbcResultSet row) throws SQLException {
        List<Head> heads = new ArrayList<>();
        while (row.next()) {
            long id = row.getLong(1);
            if (heads.isEmpty() || heads.getLast().id() != id) {
                heads.add(
                        new Head(
                                id,
                                row.getLong(2),
                                new RowOrigin(row.getString(3), row.getLong(4), row.getLong(5)),
                                H2Values.micros(row.getInternal(6)),
                                row.getString(7),
                                row.getString(8)));
            }
        }
        return heads.isEmpty() ? List.of() : complete(row.getStatement().getConnection(), heads);
    }

    static List<QuarantinedRow> byId(Connection session, List<Long> ids) throws SQLException {
        List<QuarantinedRow> rows = new ArrayList<>();
        try (PreparedStatement select =
                session.prepareStatement(
                        "SELECT quarantine_id, import_id, file, line, byte_offset, recorded_at, raw,"
                                + " joined_scores"
                                + " FROM kpi.quarantine WHERE quarantine_id = ?")) {
            for (long id : new TreeSet<>(ids)) {
                select.setLong(1, id);
                try (ResultSet row = select.executeQuery()) {
                    rows.addAll(read(row.unwrap(JdbcResultSet.class)));
                }
            }
        }
        return rows;
    }

    private static List<QuarantinedRow> complete(Connection session, List<Head> heads)
            throws SQLException {
        long first = heads.getFirst().id();
        long last = heads.getLast().id();
        boolean dense = last - first < 4L * heads.size();
        Map<Long, List<RuleViolation>> violations = new HashMap<>();
        Map<Long, QuarantinedRow.Repair> repairs = new HashMap<>();
        if (dense) {
            addDetails(session, first, last, violations, repairs);
        } else {
            for (Head head : heads) {
                addDetails(session, head.id(), head.id(), violations, repairs);
            }
        }
        return heads.stream()
                .map(head ->
                        new QuarantinedRow(
                                head.id(),
                                head.importId(),
                                head.origin(),
                                head.recordedAt(),
                                head.raw(),
                                violations.getOrDefault(head.id(), List.of()),
                                head.scores(),
                                repairs.get(head.id())))
                .toList();
    }

    private static void addDetails(
            Connection session,
            long first,
            long last,
            Map<Long, List<RuleViolation>> violations,
            Map<Long, QuarantinedRow.Repair> repairs)
            throws SQLException {
        String range = " WHERE quarantine_id BETWEEN " + first + " AND " + last;
        try (PreparedStatement select =
                        session.prepareStatement(
                                "SELECT quarantine_id, rule_id, severity, field, found, message FROM"
                                        + " kpi.quarantine_violations"
                                        + range
                                        + " ORDER BY quarantine_id, position");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                violations
                        .computeIfAbsent(row.getLong(1), id -> new ArrayList<>(2))
                        .add(
                                new RuleViolation(
                                        row.getString(2),
                                        RuleSeverity.valueOf(
                                                row.getString(3).toUpperCase(Locale.ROOT)),
                                        row.getString(4),
                                        row.getString(5),
                                        row.getString(6)));
            }
        }
        try (PreparedStatement select =
                        session.prepareStatement(
                                "SELECT x.quarantine_id, x.repair_id, x.repaired_text FROM"
                                        + " kpi.repaired_rows x JOIN kpi.repairs r ON r.repair_id ="
                                        + " x.repair_id"
                                        + range
                                        + " AND r.state = 'active'");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                repairs.put(
                        row.getLong(1),
                        new QuarantinedRow.Repair(row.getLong(2), row.getString(3)));
            }
        }
    }
}
