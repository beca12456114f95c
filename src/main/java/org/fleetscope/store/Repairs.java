package org.fleetscope.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.fleetscope.model.RepairEntry;
import org.h2.jdbc.JdbcResultSet;
import org.h2.value.ValueBigint;
import org.h2.value.ValueVarchar;

/** The catalog of repairs, {@code kpi.repairs}. */
final class Repairs {
    private static final String SELECT =
            "SELECT repair_id, repaired_at, repaired_by, description, repaired_rows, state,"
                    + " undone_at, confirmed_by FROM kpi.repairs ";

    private Repairs() {}

    /** Rows out of quarantine. */
    static long activeRows(Connection session) throws SQLException {
        return Catalog.number(
                session, "SELECT SUM(repaired_rows) FROM kpi.repairs WHERE state = 'active'", 0);
    }

    static List<RepairEntry> newest(Connection session, int limit) throws SQLException {
        return read(
                session, SELECT + "ORDER BY repair_id DESC FETCH FIRST " + limit + " ROWS ONLY");
    }

    static Optional<RepairEntry> undoable(Connection session) throws SQLException {
        return first(session, "WHERE state = 'active' ORDER BY repair_id DESC");
    }

    /** Repairs are undone from the newest to the oldest, so the oldest was undone last. */
    static Optional<RepairEntry> redoable(Connection session) throws SQLException {
        return first(session, "WHERE state = 'undone' ORDER BY repair_id");
    }

    private static Optional<RepairEntry> first(Connection session, String where)
            throws SQLException {
        return read(session, SELECT + where + " FETCH FIRST ROW ONLY").stream().findFirst();
    }

    private static List<RepairEntry> read(Connection session, String sql) throws SQLException {
        List<RepairEntry> entries = new ArrayList<>();
        try (PreparedStatement select = session.prepareStatement(sql);
                JdbcResultSet row = select.executeQuery().unwrap(JdbcResultSet.class)) {
            while (row.next()) {
                long confirmed = row.getLong(8);
                entries.add(
                        new RepairEntry(
                                row.getLong(1),
                                H2Values.micros(row.getInternal(2)),
                                row.getString(3),
                                row.getString(4),
                                row.getLong(5),
                                RepairEntry.State.valueOf(
                                        row.getString(6).toUpperCase(Locale.ROOT)),
                                H2Values.micros(row.getInternal(7)),
                                confirmed == 0 ? null : confirmed));
            }
        }
        return entries;
    }

    /**
     * Enters a repair, within the session's transaction. A new one leaves nothing to redo; one that
     * redoes another takes that one's place.
     */
    static long enter(Connection session, StagedRepair.Record record, long rows)
            throws SQLException {
        long id = Catalog.number(session, "SELECT MAX(repair_id) FROM kpi.repairs", 0) + 1;
        try (PreparedStatement update =
                session.prepareStatement(
                        "UPDATE kpi.repairs SET state = 'replaced' WHERE state = 'undone'"
                                + (record.redone() == 0
                                        ? ""
                                        : " AND repair_id = " + record.redone()))) {
            update.executeUpdate();
        }
        try (PreparedStatement insert =
                session.prepareStatement(
                        "INSERT INTO kpi.repairs VALUES (?, ?, ?, ?, ?, 'active', NULL, NULL,"
                                + " NULL)")) {
            insert.setLong(1, id);
            insert.setObject(2, H2Values.time(record.at()));
            insert.setObject(3, ValueVarchar.get(record.by()));
            insert.setObject(4, ValueVarchar.get(record.description()));
            insert.setLong(5, rows);
            insert.executeUpdate();
        }
        return id;
    }

    static void undone(Connection session, long repairId, long at, String by) throws SQLException {
        try (PreparedStatement update =
                session.prepareStatement(
                        "UPDATE kpi.repairs SET state = 'undone', undone_at = ?, undone_by = ? WHERE"
                                + " repair_id = ?")) {
            update.setObject(1, H2Values.time(at));
            update.setObject(2, ValueVarchar.get(by));
            update.setLong(3, repairId);
            update.executeUpdate();
        }
    }

    static void confirm(Connection session, Set<Long> repairs, long importId) throws SQLException {
        try (PreparedStatement update =
                session.prepareStatement(
                        "UPDATE kpi.repairs SET confirmed_by = ? WHERE repair_id = ? AND"
                                + " confirmed_by IS NULL")) {
            for (long repair : repairs) {
                update.setObject(1, ValueBigint.get(importId));
                update.setLong(2, repair);
                update.executeUpdate();
            }
        }
    }
}
