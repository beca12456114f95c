package org.fleetscope.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The tables of the entities beside KPI reports, by name; each stands in schema kpi and in schema
 * staging.
 */
enum EntityTable {
    TASKS(
            "tasks",
            "id, priority, payload, created_at, deadline, max_cpu_cores, max_memory_mb,"
                    + " max_execution_time_secs, max_network_mbps, source_layer, target_agent_type,"
                    + " metadata"),
    RESULTS(
            "execution_results",
            "task_id, success, output, execution_time_ms, cpu_seconds, memory_peak_mb,"
                    + " network_tx_bytes, network_rx_bytes, disk_io_ops, gpu_utilization, error,"
                    + " completed_at"),
    AGENTS("agents", "id, agent_type, state, capabilities, stats, wasm_binary_size"),
    HEALTH(
            "system_health",
            "recorded_at, status, active_agents, uptime_seconds, resource_utilization");

    private final String table;

    /** All columns but import_id; the first is the key. */
    private final String columns;

    EntityTable(String table, String columns) {
        this.table = table;
        this.columns = columns;
    }

    String table() {
        return table;
    }

    String selectSql() {
        return "SELECT " + columns + " FROM kpi." + table;
    }

    String stageSql() {
        return "INSERT INTO staging."
                + table
                + " ("
                + columnList()
                + ") VALUES ("
                + String.join(", ", Collections.nCopies(columnNames().size() + 1, "?"))
                + ")";
    }

    /**
     * Gives what was staged an index by key. DDL, so it comes before the transaction that moves it.
     */
    void indexStaged(Connection session) throws SQLException {
        if (stagedRows(session) > 0) {
            Database.execute(
                    session,
                    "CREATE INDEX IF NOT EXISTS staging."
                            + stagedIndex()
                            + " ON staging."
                            + table
                            + " ("
                            + key()
                            + ")");
        }
    }

    void clearStaged(Connection session) throws SQLException {
        Database.execute(session, "DROP INDEX IF EXISTS staging." + stagedIndex());
        if (stagedRows(session) > 0) {
            Database.execute(session, "TRUNCATE TABLE staging." + table);
        }
    }

    /** Removes what was staged within the session's transaction. */
    void deleteStaged(Connection session) throws SQLException {
        update(session, "DELETE FROM staging." + table);
    }

    private String stagedIndex() {
        return "idx_staged_" + table;
    }

    private long stagedRows(Connection session) throws SQLException {
        return Catalog.number(session, "SELECT COUNT(*) FROM staging." + table, 0);
    }

    /**
     * Moves what was staged into schema kpi, within the session's transaction: what says nothing
     * new is left alone, so that it keeps the import it came from.
     */
    void moveStaged(Connection session) throws SQLException {
        if (stagedRows(session) == 0) {
            return;
        }
        String key = key();
        // Of several records of one entity the last one counts.
        update(
                session,
                "DELETE FROM staging.%1$s s WHERE EXISTS (SELECT 1 FROM staging.%1$s n WHERE n.%2$s = s.%2$s AND n._rowid_ > s._rowid_)"
                        .formatted(table, key));
        String list = columnList();
        String from = "SELECT " + list + " FROM staging." + table + " ORDER BY " + key;
        if (Catalog.number(session, "SELECT COUNT(*) FROM kpi." + table, 0) == 0) {
            update(session, "INSERT INTO kpi." + table + " (" + list + ") " + from);
            return;
        }
        String same =
                columnNames().stream()
                        .skip(1)
                        .map(column -> "t." + column + " IS NOT DISTINCT FROM s." + column)
                        .collect(Collectors.joining(" AND "));
        update(
                session,
                "DELETE FROM staging."
                        + table
                        + " s WHERE EXISTS (SELECT 1 FROM kpi."
                        + table
                        + " t WHERE t."
                        + key
                        + " = s."
                        + key
                        + " AND "
                        + same
                        + ")");
        update(session, "MERGE INTO kpi." + table + " (" + list + ") KEY (" + key + ") " + from);
    }

    private List<String> columnNames() {
        return List.of(columns.split(", "));
    }

    /** The column that tells entities apart. */
    String key() {
        return columnNames().getFirst();
    }

    private String columnList() {
        return columns + ", import_id";
    }

    private static void update(Connection session, String sql) throws SQLException {
        try (PreparedStatement statement = session.prepareStatement(sql)) {
            statement.executeUpdate();
        }
    }
}
