package org.fleetscope.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which day tables count, and which files their rows came from. Reads what committed imports
 * recorded.
 */
final class Catalog {
    private Catalog() {}

    /** Committed day tables, by day and then by import. */
    static List<DayTable> dayTables(Connection session) throws SQLException {
        List<DayTable> tables = new ArrayList<>();
        try (PreparedStatement select =
                        session.prepareStatement(
                                "SELECT table_name, epoch_day, import_id, stored_rows FROM"
                                        + " kpi.partitions ORDER BY epoch_day, import_id");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                tables.add(
                        new DayTable(
                                rows.getString(1),
                                rows.getLong(2),
                                rows.getLong(3),
                                rows.getLong(4)));
            }
        }
        return tables;
    }

    /** Names of all day tables there are, those of unfinished imports included. */
    static Set<String> existingTables(Connection session) throws SQLException {
        Set<String> names = new TreeSet<>();
        try (PreparedStatement select =
                session.prepareStatement(
                        "SELECT table_name FROM information_schema.tables WHERE table_schema ="
                                + " 'kpi' AND table_type = 'BASE TABLE' AND"
                                + " REGEXP_LIKE(table_name, ?)")) {
            select.setString(1, "^" + DayTable.PREFIX + "[0-9_]+$");
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
        }
        return names;
    }

    /** Paths of an import's files by their ids. */
    static Map<Integer, String> files(Connection session, long importId) throws SQLException {
        Map<Integer, String> files = new HashMap<>();
        try (PreparedStatement select =
                session.prepareStatement(
                        "SELECT file_id, path FROM kpi.import_files WHERE import_id = ?")) {
            select.setLong(1, importId);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    files.put(rows.getInt(1), rows.getString(2));
                }
            }
        }
        return files;
    }

    /** Enters a table, or its new count of rows. */
    static void add(Connection session, DayTable table) throws SQLException {
        try (PreparedStatement insert =
                session.prepareStatement(
                        "MERGE INTO kpi.partitions KEY (table_name) VALUES (?, ?, ?, ?)")) {
            insert.setString(1, table.name());
            insert.setLong(2, table.epochDay());
            insert.setLong(3, table.importId());
            insert.setLong(4, table.rows());
            insert.executeUpdate();
        }
    }

    /** The number of the latest import that was committed, 0 when there is none. */
    static long lastImport(Connection session) throws SQLException {
        return number(session, "SELECT MAX(import_id) FROM kpi.imports", 0);
    }

    /** A single number, or {@code otherwise} when it is NULL. */
    static long number(Connection session, String sql, long otherwise) throws SQLException {
        try (PreparedStatement select = session.prepareStatement(sql);
                ResultSet rows = select.executeQuery()) {
            rows.next();
            long value = rows.getLong(1);
            return rows.wasNull() ? otherwise : value;
        }
    }
}
