package org.fleetscope.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.fleetscope.model.AgentWindow;
import org.fleetscope.model.EntityKind;
import org.fleetscope.model.MetadataUpdate;
import org.fleetscope.model.Times;
import org.h2.jdbc.JdbcResultSet;
import org.h2.value.ValueUuid;

/** Takes a repair back in H2, in one transaction. */
final class H2Undo implements StagedUndo {
    private static final int PORTION = 10_000;

    /** A table that holds rows of the repair. */
    private record Table(String name, boolean own, long rows, long epochDay) {}

    private final Database database;
    private final Connection session;
    private final long repairId;
    private final Runnable onClose;
    private final long windows;
    private long[] aggregated = {};
    private final MetadataUpdates metadata = new MetadataUpdates();
    private boolean committed;
    private boolean closed;

    /**
     * @param onClose run once, when the undoing is over in any way
     */
    H2Undo(Database database, long repairId, Runnable onClose) throws SQLException {
        this.database = database;
        this.repairId = repairId;
        this.onClose = onClose;
        this.session = database.session();
        try {
            Staging.clear(session);
            windows = Catalog.number(session, "SELECT NEXT VALUE FOR kpi.repair_windows", 0);
            session.setAutoCommit(false);
        } catch (SQLException e) {
            session.close();
            throw e;
        }
    }

    @Override
    public void rows(Consumer<List<RepairedRow>> to) throws IOException {
        database.run(
                "Reading the repair",
                () -> {
                    try (PreparedStatement select =
                            session.prepareStatement(
                                    "SELECT quarantine_id, '', entity, recorded_at, entity_id, stored"
                                            + " FROM kpi.repaired_rows WHERE repair_id = ? AND"
                                            + " stored")) {
                        select.setLong(1, repairId);
                        try (ResultSet row = select.executeQuery()) {
                            RepairedRows.read(row.unwrap(JdbcResultSet.class), to, PORTION);
                        }
                    }
                });
    }

    @Override
    public Set<UUID> leaving(EntityKind kind) throws IOException {
        EntityTable table = kind == EntityKind.TASK ? EntityTable.TASKS : EntityTable.AGENTS;
        Set<UUID> ids = new HashSet<>();
        database.run(
                "Reading the repair",
                () -> {
                    try (PreparedStatement select =
                            session.prepareStatement(
                                    "SELECT t." + table.key() + leavingFrom(kind, table))) {
                        select.setLong(1, repairId);
                        select.setString(2, RepairedRows.word(kind));
                        try (ResultSet row = select.executeQuery()) {
                            while (row.next()) {
                                ids.add(row.getObject(1, UUID.class));
                            }
                        }
                    }
                });
        return ids;
    }

    @Override
    public void metadata(List<MetadataUpdate> updates) {
        metadata.add(updates);
    }

    @Override
    public long[] daysToRestore() throws IOException {
        return days("restorable");
    }

    @Override
    public long[] daysToAggregate() throws IOException {
        return days("NOT restorable");
    }

    private long[] days(String which) throws IOException {
        List<Long> days = new ArrayList<>();
        database.run(
                "Reading the repair",
                () -> {
                    try (PreparedStatement select =
                            session.prepareStatement(
                                    "SELECT epoch_day FROM kpi.repair_days WHERE repair_id = ? AND "
                                            + which
                                            + " ORDER BY epoch_day")) {
                        select.setLong(1, repairId);
                        try (ResultSet row = select.executeQuery()) {
                            while (row.next()) {
                                days.add(row.getLong(1));
                            }
                        }
                    }
                });
        return days.stream().mapToLong(Long::longValue).toArray();
    }

    @Override
    public void aggregates(List<AgentWindow> rows, long[] epochDays) throws IOException {
        database.run(
                "Writing aggregates",
                () -> AggregateWriter.prepare(session, windows, rows, epochDays));
        aggregated = epochDays.clone();
    }

    @Override
    public void commit(long at, String by) throws IOException {
        if (!metadata.isEmpty()) {
            database.run(
                    "Building keys", () -> metadata.prepare(session, Catalog.dayTables(session)));
        }
        database.run(
                "Undoing the repair",
                () -> {
                    try {
                        takeBack(at, by);
                        session.commit();
                        committed = true;
                        Database.execute(session, "CHECKPOINT SYNC");
                    } catch (SQLException e) {
                        session.rollback();
                        throw e;
                    }
                });
        database.run(
                "Updating the view of all days",
                () -> {
                    KpiView.follow(session, Catalog.dayTables(session));
                    session.commit();
                });
    }

    private void takeBack(long at, String by) throws SQLException {
        List<RepairedRow> runs = null;
        for (Table table : tables()) {
            if (table.own()) {
                update("DELETE FROM kpi.partitions WHERE table_name = ?", table.name());
            } else {
                runs =
                        runs == null
                                ? RepairedRows.stored(session, repairId, EntityKind.KPI_REPORT)
                                : runs;
                remove(table, runs);
            }
        }
        FlagWriter.undo(session, repairId);
        if (!metadata.isEmpty()) {
            metadata.apply(session, Catalog.dayTables(session));
        }
        removeEntities(EntityKind.TASK, EntityTable.TASKS);
        removeEntities(EntityKind.EXECUTION_RESULT, EntityTable.RESULTS);
        removeEntities(EntityKind.AGENT, EntityTable.AGENTS);
        removeEntities(EntityKind.SYSTEM_HEALTH, EntityTable.HEALTH);
        update("DELETE FROM kpi.repair_tables WHERE repair_id = ?", repairId);
        AggregatedDays.restore(session, repairId);
        for (long day : aggregated) {
            AggregatedDays.revoke(session, day);
            AggregatedDays.count(session, day, windows);
        }
        Repairs.undone(session, repairId, at, by);
    }

    private List<Table> tables() throws SQLException {
        List<Table> tables = new ArrayList<>();
        try (PreparedStatement select =
                session.prepareStatement(
                        "SELECT t.table_name, t.own, t.stored_rows, p.epoch_day FROM"
                                + " kpi.repair_tables t JOIN kpi.partitions p ON p.table_name ="
                                + " t.table_name WHERE t.repair_id = ?")) {
            select.setLong(1, repairId);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    tables.add(
                            new Table(
                                    row.getString(1),
                                    row.getBoolean(2),
                                    row.getLong(3),
                                    row.getLong(4)));
                }
            }
        }
        return tables;
    }

    private void remove(Table table, List<RepairedRow> runs) throws SQLException {
        long removed = 0;
        try (PreparedStatement delete =
                session.prepareStatement(
                        "DELETE FROM kpi."
                                + table.name()
                                + " WHERE recorded_at = ? AND task_id = ?")) {
            for (RepairedRow run : runs) {
                if (Times.epochDay(run.recordedAt()) == table.epochDay() && run.id() != null) {
                    delete.setObject(1, H2Values.time(run.recordedAt()));
                    delete.setObject(2, ValueUuid.get(run.id()));
                    removed += delete.executeUpdate();
                }
            }
        }
        if (removed != table.rows()) {
            throw new SQLException(
                    "of "
                            + table.rows()
                            + " repaired rows of table "
                            + table.name()
                            + " "
                            + removed
                            + " are there");
        }
        update(
                "UPDATE kpi.partitions SET stored_rows = stored_rows - ? WHERE table_name = ?",
                removed,
                table.name());
        update(
                "DELETE FROM kpi.shared_repair_tables WHERE table_name IN (SELECT table_name FROM"
                        + " kpi.partitions WHERE table_name = ? AND stored_rows = 0)",
                table.name());
        update("DELETE FROM kpi.partitions WHERE table_name = ? AND stored_rows = 0", table.name());
    }

    /** One that a later import replaced says something else now and stays. */
    private void removeEntities(EntityKind kind, EntityTable table) throws SQLException {
        if (RepairedRows.stored(session, repairId, kind).isEmpty()) {
            return;
        }
        update("DELETE" + leavingFrom(kind, table), repairId, RepairedRows.word(kind));
    }

    /** Entities of table t that the repair stored and that no import has replaced since. */
    private static String leavingFrom(EntityKind kind, EntityTable table) {
        String key = kind == EntityKind.SYSTEM_HEALTH ? "recorded_at" : "entity_id";
        return " FROM kpi."
                + table.table()
                + " t WHERE EXISTS (SELECT 1 FROM kpi.repaired_rows x JOIN kpi.quarantine q ON"
                + " q.quarantine_id = x.quarantine_id WHERE x.repair_id = ? AND x.entity = ?"
                + " AND x.stored AND q.import_id = t.import_id AND x."
                + key
                + " = t."
                + table.key()
                + ")";
    }

    private void update(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = session.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try {
            database.run("Ending the undoing", this::end);
        } finally {
            onClose.run();
        }
    }

    private void end() throws SQLException {
        try (session) {
            if (!committed) {
                session.rollback();
            }
            session.setAutoCommit(true);
            Staging.dropUnknownTables(session, Catalog.dayTables(session));
            Staging.clear(session);
        }
    }
}
