package org.fleetscope.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fleetscope.model.FlagChanges;
import org.fleetscope.model.GroupFlag;
import org.fleetscope.model.RowFlag;
import org.fleetscope.model.RuleViolation;
import org.h2.value.ValueUuid;

/** Stages flags of kept rows. Not thread-safe. */
final class FlagWriter implements AutoCloseable {
    private final long importId;
    private final Binder rows;
    private final Binder groups;
    private final List<FlagChanges.Lifted> lifted = new ArrayList<>();
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
        RuleViolation violation = flag.violation();
        rows.bigint(nextId++)
                .bigint(importId)
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
        lifted.addAll(flags);
    }

    void flush() throws SQLException {
        rows.flush();
        groups.flush();
    }

    /** Lifts and moves what was staged into schema kpi, within the session's transaction. */
    void moveStaged(Connection session) throws SQLException {
        try (PreparedStatement lift =
                session.prepareStatement(
                        "UPDATE kpi.flags SET lifted_by = ? WHERE task_id = ? AND recorded_at IS NOT"
                                + " DISTINCT FROM ? AND rule_id = ? AND lifted_by IS NULL")) {
            for (FlagChanges.Lifted flag : lifted) {
                lift.setLong(1, importId);
                lift.setObject(2, ValueUuid.get(flag.taskId()));
                lift.setObject(3, H2Values.time(flag.recordedAt()));
                lift.setString(4, flag.rule().id());
                lift.executeUpdate();
            }
        }
        for (String table : List.of("flags", "group_flags")) {
            Database.execute(
                    session,
                    String.format(
                            Locale.ROOT, "INSERT INTO kpi.%1$s SELECT * FROM staging.%1$s", table));
        }
    }

    @Override
    public void close() throws SQLException {
        try (rows;
                groups) {
            // Closed in turn, the second also when the first fails.
        }
    }
}
