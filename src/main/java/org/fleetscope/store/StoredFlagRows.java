package org.fleetscope.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.fleetscope.model.EntityKind;
import org.h2.jdbc.JdbcResultSet;
import org.h2.value.ValueUuid;

/** Reads the flags that stand. */
final class StoredFlagRows {
    private StoredFlagRows() {}

    static void readRuns(Connection session, Store.FlagConsumer to) throws SQLException {
        Database.execute(session, "SET LAZY_QUERY_EXECUTION 1");
        try (PreparedStatement select =
                session.prepareStatement(
                        "SELECT recorded_at, task_id, rule_id FROM kpi.flags WHERE lifted_by IS NULL"
                                + " AND entity = ?")) {
            select.setString(1, EntityKind.KPI_REPORT.label());
            try (JdbcResultSet row = select.executeQuery().unwrap(JdbcResultSet.class)) {
                while (row.next()) {
                    ValueUuid task = (ValueUuid) row.getInternal(2);
                    to.flag(
                            H2Values.micros(row.getInternal(1)),
                            task.getHigh(),
                            task.getLow(),
                            row.getString(3));
                }
            }
        }
    }

    static List<Store.StoredGroupFlag> readGroups(Connection session) throws SQLException {
        List<Store.StoredGroupFlag> flags = new ArrayList<>();
        try (PreparedStatement select =
                        session.prepareStatement(
                                "SELECT import_id, rule_id, subject, runs, statistic, message FROM"
                                        + " kpi.group_flags ORDER BY import_id, rule_id, subject");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                flags.add(
                        new Store.StoredGroupFlag(
                                row.getLong(1),
                                row.getString(2),
                                row.getString(3),
                                row.getLong(4),
                                row.getDouble(5),
                                row.getString(6)));
            }
        }
        return flags;
    }
}
