package org.fleetscope.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.fleetscope.model.FlagChanges;
import org.fleetscope.model.GroupFlag;
import org.fleetscope.model.RowFlag;
import org.fleetscope.model.RuleViolation;
import org.h2.value.ValueUuid;

/** Stages flags of kept rows. Not thread-safe. */
final class FlagWriter implements AutoCloseable {
    /** A flag that goes, and the import that brought what lifts it. */
    private record Lift(FlagChanges.Lifted flag, long importId) {}

    private final long importId;
    private final Binder rows;
    private final Binder groups;
    private final List<Lift> lifted = new ArrayList<>();
    private long nextId;

    FlagWriter(Connection session, long importId) throws SQLException {
        this.importId = importId;
        this.nextId = Catalog.number(session, "SELECT MAX(flag_id) FROM kpi.flags", 0) + 1;
        this.rows =
                new Binder(
                        session,
                        "INSERT INTO staging.flags VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)");
        this.groups =
                new Binder(session, "INSERT INTO staging.group_flags VALUES (?, ?, ?, ?, ?, ?)");
    }

    void write(RowFlag flag, String path) throws SQLException {
        write(flag, path, importId);
    }

    /**
     * @param ofImport import that the row came with, or whose row made it so
     */
    void write(RowFlag flag, String path, long ofImport) throws SQLException {
        RuleViolation violation = flag.violation();
        rows.bigint(nextId++)
                .bigint(ofImport)
                .text(flag.entity().label())
                .text(violation.ruleId())
                .time(flag.recordedAt())
                .uuid(flag.taskId());
        if (flag.agentId() == null) {
            rows.text(null);
        } else {
            rows.uuid(flag.agentId());
        }
        rows.text(path)
                .bigint(flag.origin().line())
                .bigint(flag.origin().byteOffset())
                .text(violation.field())
                .text(violation.value())
                .text(violation.message())
                .add();
    }

    void write(GroupFlag flag) throws SQLException {
        groups.bigint(importId)
                .text(flag.rule().id())
                .text(flag.subject())
                .bigint(flag.runs())
                .real(flag.statistic())
                .text(flag.message())
                .add();
    }

    /** Notes flags that the commit marks as lifted. */
    void lift(List<FlagChanges.Lifted> flags) {
        lift(flags, importId);
    }

    void lift(List<FlagChanges.Lifted> flags, long byImport) {
        flags.forEach(flag -> lifted.add(new Lift(flag, byImport)));
    }

    void flush() throws SQLException {
        rows.flush();
        groups.flush();
    }

    /** Lifts and moves what was staged into schema kpi, within the session's transaction. */
    void moveStaged(Connection session) throws SQLException {
        moveStaged(session, "NULL");
    }

    /** As {@link #moveStaged(Connection)}, for a repair, so that it can be undone. */
    void moveStaged(Connection session, long repairId) throws SQLException {
        moveStaged(session, Long.toString(repairId));
    }

    private void moveStaged(Connection session, String repairId) throws SQLException {
        try (PreparedStatement lift =
                session.prepareStatement(
                        "UPDATE kpi.flags SET lifted_by = ?, lifted_by_repair = "
                                + repairId
                                + " WHERE task_id = ? AND recorded_at IS NOT DISTINCT FROM ? AND"
                                + " rule_id = ? AND lifted_by IS NULL")) {
            for (Lift flag : lifted) {
                lift.setLong(1, flag.importId);
                lift.setObject(2, ValueUuid.get(flag.flag.taskId()));
                lift.setObject(3, H2Values.time(flag.flag.recordedAt()));
                lift.setString(4, flag.flag.rule().id());
                lift.executeUpdate();
            }
        }
        Database.execute(
                session,
                "INSERT INTO kpi.flags SELECT f.*, " + repairId + ", NULL FROM staging.flags f");
        Database.execute(session, "INSERT INTO kpi.group_flags SELECT * FROM staging.group_flags");
    }

    /** Takes back what a repair did to flags, within the session's transaction. */
    static void undo(Connection session, long repairId) throws SQLException {
        Database.execute(session, "DELETE FROM kpi.flags WHERE repair_id = " + repairId);
        Database.execute(
                session,
                "UPDATE kpi.flags SET lifted_by = NULL, lifted_by_repair = NULL WHERE"
                        + " lifted_by_repair = "
                        + repairId);
        // What later imports found of the runs that go.
        Database.execute(
                session,
                "DELETE FROM kpi.flags f WHERE f.recorded_at IS NOT NULL AND EXISTS (SELECT 1 FROM"
                        + " kpi.repaired_rows x WHERE x.repair_id = "
                        + repairId
                        + " AND x.stored AND x.entity_id = f.task_id AND x.recorded_at ="
                        + " f.recorded_at)");
    }

    @Override
    public void close() throws SQLException {
        try (rows;
                groups) {
            // Closed in turn, the second also when the first fails.
        }
    }
}
