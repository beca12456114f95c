package org.fleetscope.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fleetscope.store.QuarantineStore.FileReading;
import org.fleetscope.store.QuarantineStore.ImportReading;
import org.fleetscope.store.QuarantineStore.ImportTotals;
import org.h2.jdbc.JdbcResultSet;

/** What is recorded of imports: how they read their files, and their counts. */
final class RecordedImports {
    private RecordedImports() {}

    static Optional<ImportReading> reading(Connection session, long importId) throws SQLException {
        Map<String, FileReading> files = new LinkedHashMap<>();
        try (PreparedStatement select =
                session.prepareStatement(
                        "SELECT path, format, reading FROM kpi.import_files WHERE import_id = ?"
                                + " ORDER BY file_id")) {
            select.setLong(1, importId);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    files.put(
                            row.getString(1), new FileReading(row.getString(2), row.getString(3)));
                }
            }
        }
        try (PreparedStatement select =
                session.prepareStatement(
                        "SELECT started_at, settings FROM kpi.imports WHERE import_id = ?")) {
            select.setLong(1, importId);
            try (JdbcResultSet row = select.executeQuery().unwrap(JdbcResultSet.class)) {
                return row.next()
                        ? Optional.of(
                                new ImportReading(
                                        H2Values.micros(row.getInternal(1)),
                                        row.getString(2),
                                        files))
                        : Optional.empty();
            }
        }
    }

    static List<ImportTotals> totals(Connection session) throws SQLException {
        Map<Long, List<String>> files = new HashMap<>();
        try (PreparedStatement select =
                        session.prepareStatement(
                                "SELECT import_id, path FROM kpi.import_files ORDER BY import_id,"
                                        + " file_id");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                files.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                        .add(row.getString(2));
            }
        }
        Map<Long, Long> repaired = repaired(session);
        List<ImportTotals> totals = new ArrayList<>();
        try (PreparedStatement select =
                        session.prepareStatement(
                                "SELECT import_id, started_at, rows_read, accepted, rejected,"
                                        + " skipped_existing FROM kpi.imports ORDER BY import_id");
                JdbcResultSet row = select.executeQuery().unwrap(JdbcResultSet.class)) {
            while (row.next()) {
                long id = row.getLong(1);
                totals.add(
                        new ImportTotals(
                                id,
                                H2Values.micros(row.getInternal(2)),
                                List.copyOf(files.getOrDefault(id, List.of())),
                                row.getLong(3),
                                row.getLong(4),
                                row.getLong(5),
                                row.getLong(6),
                                repaired.getOrDefault(id, 0L)));
            }
        }
        return totals;
    }

    private static Map<Long, Long> repaired(Connection session) throws SQLException {
        Map<Long, Long> rows = new HashMap<>();
        try (PreparedStatement select =
                        session.prepareStatement(
                                "SELECT q.import_id, COUNT(*) FROM kpi.repairs r JOIN"
                                        + " kpi.repaired_rows x ON x.repair_id = r.repair_id JOIN"
                                        + " kpi.quarantine q ON q.quarantine_id = x.quarantine_id"
                                        + " WHERE r.state = 'active' GROUP BY q.import_id");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                rows.put(row.getLong(1), row.getLong(2));
            }
        }
        return rows;
    }
}
