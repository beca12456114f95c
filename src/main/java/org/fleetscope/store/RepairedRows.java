package org.fleetscope.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import org.fleetscope.model.EntityKind;
import org.h2.jdbc.JdbcResultSet;
import org.h2.value.ValueBoolean;
import org.h2.value.ValueNull;
import org.h2.value.ValueUuid;

/** {@code kpi.repaired_rows}: staged while a repair runs, then moved. */
final class RepairedRows implements AutoCloseable {
    private final Binder insert;
    private long rows;

    RepairedRows(Connection session) throws SQLException {
        insert =
                new Binder(
                        session, "INSERT INTO staging.repaired_rows VALUES (0, ?, ?, ?, ?, ?, ?)");
    }

    long rows() {
        return rows;
    }

    void write(RepairedRow row) throws SQLException {
        insert.bigint(row.quarantineId())
                .text(row.text())
                .text(word(row.entity()))
                .time(row.recordedAt())
                .value(row.id() == null ? ValueNull.INSTANCE : ValueUuid.get(row.id()))
                .value(ValueBoolean.get(row.stored()))
                .add();
        rows++;
    }

    void flush() throws SQLException {
        insert.flush();
    }

    /** Moves what was staged into schema kpi, within the session's transaction. */
    static void moveStaged(Connection session, long repairId) throws SQLException {
        try (PreparedStatement move =
                session.prepareStatement(
                        "INSERT INTO kpi.repaired_rows SELECT ?, quarantine_id, repaired_text, entity,"
                                + " recorded_at, entity_id, stored FROM staging.repaired_rows")) {
            move.setLong(1, repairId);
            move.executeUpdate();
        }
    }

    /** The rows of a repair that it stored, of one kind of entity. */
    static List<RepairedRow> stored(Connection session, long repairId, EntityKind kind)
            throws SQLException {
        List<RepairedRow> rows = new ArrayList<>();
        try (PreparedStatement select =
                session.prepareStatement(
                        "SELECT quarantine_id, '', entity, recorded_at, entity_id, stored FROM"
                                + " kpi.repaired_rows WHERE repair_id = ? AND stored AND entity = ?")) {
            select.setLong(1, repairId);
            select.setString(2, word(kind));
            try (ResultSet row = select.executeQuery()) {
                read(row.unwrap(JdbcResultSet.class), rows::addAll, 1000);
            }
        }
        return rows;
    }

    /** Reads number, text, entity, time, id, stored. */
    static void read(JdbcResultSet row, Consumer<List<RepairedRow>> to, int portion)
            throws SQLException {
        List<RepairedRow> rows = new ArrayList<>();
        while (row.next()) {
            rows.add(
                    new RepairedRow(
                            row.getLong(1),
                            row.getString(2),
                            EntityKind.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                            H2Values.micros(row.getInternal(4)),
                            row.getObject(5, UUID.class),
                            row.getBoolean(6)));
            if (rows.size() == portion) {
                to.accept(rows);
                rows = new ArrayList<>();
            }
        }
        if (!rows.isEmpty()) {
            to.accept(rows);
        }
    }

    static String word(EntityKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() throws SQLException {
        insert.close();
    }
}
