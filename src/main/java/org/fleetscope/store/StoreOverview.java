package org.fleetscope.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fleetscope.model.EntityKind;
import org.h2.jdbc.JdbcResultSet;

/** Reads what the store holds from its catalog; counts no rows of day tables. */
final class StoreOverview {
    private StoreOverview() {}

    static StoreInfo read(Connection session, Path folder, String schemaVersion)
            throws SQLException, IOException {
        Map<EntityKind, Long> rows = new EnumMap<>(EntityKind.class);
        rows.put(
                EntityKind.KPI_REPORT,
                Catalog.number(session, "SELECT SUM(stored_rows) FROM kpi.partitions", 0));
        rows.put(EntityKind.TASK, count(session, "tasks"));
        rows.put(EntityKind.EXECUTION_RESULT, count(session, "execution_results"));
        rows.put(EntityKind.AGENT, count(session, "agents"));
        rows.put(EntityKind.SYSTEM_HEALTH, count(session, "system_health"));
        long repaired = Repairs.activeRows(session);
        return new StoreInfo(
                schemaVersion,
                size(folder),
                Map.copyOf(rows),
                count(session, "quarantine") - repaired,
                repaired,
                imports(session));
    }

    static List<Store.StoredDay> days(Connection session) throws SQLException {
        List<Store.StoredDay> days = new ArrayList<>();
        try (PreparedStatement select =
                        session.prepareStatement(
                                "SELECT epoch_day, SUM(stored_rows) FROM kpi.partitions GROUP BY"
                                        + " epoch_day ORDER BY epoch_day");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                days.add(new Store.StoredDay(row.getLong(1), row.getLong(2)));
            }
        }
        return days;
    }

    static List<Store.RuleCount> ruleCounts(Connection session) throws SQLException {
        List<Store.RuleCount> counts = new ArrayList<>();
        try (PreparedStatement select =
                        session.prepareStatement(
                                "SELECT rule_id, MIN(severity), SUM(broken_rows) FROM"
                                        + " kpi.import_rules GROUP BY rule_id ORDER BY rule_id");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                counts.add(new Store.RuleCount(row.getString(1), row.getString(2), row.getLong(3)));
            }
        }
        return counts;
    }

    private static List<StoreInfo.ImportEntry> imports(Connection session) throws SQLException {
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
        List<StoreInfo.ImportEntry> imports = new ArrayList<>();
        try (PreparedStatement select =
                        session.prepareStatement(
                                "SELECT import_id, started_at, accepted, rejected, skipped_existing"
                                        + " FROM kpi.imports ORDER BY import_id");
                JdbcResultSet row = select.executeQuery().unwrap(JdbcResultSet.class)) {
            while (row.next()) {
                long id = row.getLong(1);
                imports.add(
                        new StoreInfo.ImportEntry(
                                id,
                                H2Values.micros(row.getInternal(2)),
                                List.copyOf(files.getOrDefault(id, List.of())),
                                row.getLong(3),
                                row.getLong(4),
                                row.getLong(5)));
            }
        }
        return List.copyOf(imports);
    }

    private static long count(Connection session, String table) throws SQLException {
        return Catalog.number(session, "SELECT COUNT(*) FROM kpi." + table, 0);
    }

    private static long size(Path folder) throws IOException {
        long size = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (file.getFileName().toString().startsWith(Database.NAME + ".")) {
                    size += Files.size(file);
                }
            }
        }
        return size;
    }
}
