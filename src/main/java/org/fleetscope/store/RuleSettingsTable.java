package org.fleetscope.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Settings of the rules over time; earlier ones are kept. */
final class RuleSettingsTable {
    private RuleSettingsTable() {}

    /** The settings of now, null when none were ever made. */
    static @Nullable String read(Connection session) throws SQLException {
        try (PreparedStatement select =
                        session.prepareStatement(
                                "SELECT settings FROM kpi.rule_settings ORDER BY setting_id DESC LIMIT 1");
                ResultSet row = select.executeQuery()) {
            return row.next() ? row.getString(1) : null;
        }
    }

    static boolean write(Connection session, long changedAt, String settings) throws SQLException {
        try (PreparedStatement insert =
                session.prepareStatement(
                        "INSERT INTO kpi.rule_settings SELECT COALESCE(MAX(setting_id), 0) + 1, ?, ? FROM"
                                + " kpi.rule_settings")) {
            insert.setObject(1, H2Values.time(changedAt));
            insert.setString(2, settings);
            return insert.executeUpdate() == 1;
        }
    }
}
