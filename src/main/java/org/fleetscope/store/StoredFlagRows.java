package org.fleetscope.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.fleetscope.model.EntityKind;
import org.fleetscope.model.RowFlag;
import org.fleetscope.model.RowOrigin;
import org.fleetscope.model.RuleSeverity;
import org.fleetscope.model.RuleViolation;
import org.h2.jdbc.JdbcResultSet;
import org.h2.value.Value;
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

    /** The first flags of a rule that stand, in the order they were raised. */
    static List<RowFlag> first(Connection session, String ruleId, int max) throws SQLException {
        List<RowFlag> flags = new ArrayList<>();
        try (PreparedStatement select =
                session.prepareStatement(
                        "SELECT recorded_at, task_id, agent_id, entity, file, line, byte_offset, field, found,"
                                + " message FROM kpi.flags WHERE lifted_by IS NULL AND rule_id = ? ORDER BY"
                                + " flag_id LIMIT ?")) {
            select.setString(1, ruleId);
            select.setInt(2, max);
            try (JdbcResultSet row = select.executeQuery().unwrap(JdbcResultSet.class)) {
                while (row.next()) {
                    flags.add(flag(row, ruleId));
                }
            }
        }
        return flags;
    }

    private static RowFlag flag(JdbcResultSet row, String ruleId) throws SQLException {
        Value agent = row.getInternal(3);
        boolean isRun = row.getString(4).equals(EntityKind.KPI_REPORT.label());
        return new RowFlag(
                isRun ? EntityKind.KPI_REPORT : EntityKind.EXECUTION_RESULT,
                H2Values.micros(row.getInternal(1)),
                ((ValueUuid) row.getInternal(2)).getUuid(),
                H2Values.isNull(agent) ? null : ((ValueUuid) agent).getUuid(),
                new RowOrigin(row.getString(5), row.getLong(6), row.getLong(7)),
                new RuleViolation(
                        ruleId,
                        RuleSeverity.WARNING,
                        row.getString(8),
                        H2Values.textOf(row.getInternal(9)),
                        row.getString(10)));
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
