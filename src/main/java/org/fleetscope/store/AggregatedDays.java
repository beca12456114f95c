package org.fleetscope.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.h2.util.DateTimeUtils;
import org.h2.value.ValueTimestamp;

/**
 * Which import's windows count for a UTC day: {@code kpi.aggregated_days}. A day with rows that is
 * not in there has no aggregates yet: its windows were taken back when the rows were committed, and
 * the process ended before it wrote new ones. An import enters its days into {@code
 * staging.aggregated_days} before it writes a window, so that windows that do not count are found
 * by their day, without going through all there are.
 */
final class AggregatedDays {
    private record Day(long epochDay, long importId) {}

    private AggregatedDays() {}

    /** Notes a day whose windows an import is about to write. */
    static void begin(Connection session, long epochDay, long importId) throws SQLException {
        update(session, "INSERT INTO staging.aggregated_days VALUES (?, ?)", epochDay, importId);
    }

    /** Lets an import's windows count for a day that has none, within the session's transaction. */
    static void count(Connection session, long epochDay, long importId) throws SQLException {
        update(session, "INSERT INTO kpi.aggregated_days VALUES (?, ?)", epochDay, importId);
    }

    /**
     * Takes back the windows that count for a day, within the session's transaction; they are noted
     * to be deleted.
     */
    static void revoke(Connection session, long epochDay) throws SQLException {
        update(
                session,
                "INSERT INTO staging.aggregated_days SELECT epoch_day, import_id FROM"
                        + " kpi.aggregated_days WHERE epoch_day = ?",
                epochDay);
        update(session, "DELETE FROM kpi.aggregated_days WHERE epoch_day = ?", epochDay);
        forgetKept(session, " AND epoch_day = ?", epochDay);
    }

    /** Takes back the windows of all days, as {@link #revoke} does. */
    static void revokeAll(Connection session) throws SQLException {
        update(
                session,
                "INSERT INTO staging.aggregated_days SELECT epoch_day, import_id FROM"
                        + " kpi.aggregated_days");
        update(session, "DELETE FROM kpi.aggregated_days");
        forgetKept(session, "");
    }

    /** Days with rows and without aggregates, ascending. */
    static long[] missing(Connection session) throws SQLException {
        LongStream.Builder days = LongStream.builder();
        try (PreparedStatement select =
                        session.prepareStatement(
                                "SELECT epoch_day FROM kpi.partitions EXCEPT SELECT epoch_day FROM"
                                        + " kpi.aggregated_days ORDER BY 1");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                days.add(row.getLong(1));
            }
        }
        return days.build().toArray();
    }

    /**
     * Windows of before that repairs keep are kept no longer for days whose runs change otherwise:
     * what they summed up is not what is stored any more.
     *
     * @param days condition that picks the days
     */
    private static void forgetKept(Connection session, String days, long... values)
            throws SQLException {
        if (Catalog.number(session, "SELECT COUNT(*) FROM kpi.repair_days", 0) == 0) {
            return;
        }
        update(
                session,
                "INSERT INTO staging.aggregated_days SELECT epoch_day, windows_before FROM"
                        + " kpi.repair_days WHERE restorable AND windows_before IS NOT NULL"
                        + days,
                values);
        update(
                session,
                "UPDATE kpi.repair_days SET restorable = FALSE WHERE restorable" + days,
                values);
    }

    /**
     * Lets the windows of a repair count for the days it began, within the session's transaction;
     * those that counted before are kept for its undo.
     */
    static void replaceKeeping(Connection session, long windows, long repairId)
            throws SQLException {
        update(
                session,
                "INSERT INTO kpi.repair_days SELECT ?, s.epoch_day, s.import_id, d.import_id, TRUE"
                        + " FROM staging.aggregated_days s LEFT JOIN kpi.aggregated_days d ON"
                        + " d.epoch_day = s.epoch_day WHERE s.import_id = ?",
                repairId,
                windows);
        update(
                session,
                "MERGE INTO kpi.aggregated_days KEY (epoch_day) SELECT DISTINCT epoch_day, import_id"
                        + " FROM staging.aggregated_days WHERE import_id = ?",
                windows);
    }

    /**
     * Lets the windows of before a repair count again where they are still kept, within the
     * session's transaction; the repair's own are noted to be deleted.
     */
    static void restore(Connection session, long repairId) throws SQLException {
        update(
                session,
                "INSERT INTO staging.aggregated_days SELECT epoch_day, windows FROM kpi.repair_days"
                        + " WHERE repair_id = ?",
                repairId);
        update(
                session,
                "DELETE FROM kpi.aggregated_days WHERE epoch_day IN (SELECT epoch_day FROM"
                        + " kpi.repair_days WHERE repair_id = ? AND restorable AND windows_before IS"
                        + " NULL)",
                repairId);
        update(
                session,
                "MERGE INTO kpi.aggregated_days KEY (epoch_day) SELECT epoch_day, windows_before FROM"
                        + " kpi.repair_days WHERE repair_id = ? AND restorable AND windows_before IS"
                        + " NOT NULL",
                repairId);
        update(session, "DELETE FROM kpi.repair_days WHERE repair_id = ?", repairId);
    }

    /** Deletes the windows that were noted and do not count. */
    static void clear(Connection session) throws SQLException {
        for (Day day : superfluous(session)) {
            try (PreparedStatement delete =
                    session.prepareStatement(
                            "DELETE FROM kpi.aggregation_windows WHERE time_window_start >= ? AND"
                                    + " time_window_start < ? AND import_id = ?")) {
                delete.setObject(1, startOf(day.epochDay()));
                delete.setObject(2, startOf(day.epochDay() + 1));
                delete.setLong(3, day.importId());
                delete.executeUpdate();
            }
        }
        update(session, "DELETE FROM staging.aggregated_days");
    }

    private static List<Day> superfluous(Connection session) throws SQLException {
        List<Day> days = new ArrayList<>();
        try (PreparedStatement select =
                        session.prepareStatement(
                                "SELECT epoch_day, import_id FROM staging.aggregated_days EXCEPT"
                                        + " SELECT epoch_day, import_id FROM kpi.aggregated_days");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                days.add(new Day(row.getLong(1), row.getLong(2)));
            }
        }
        return days;
    }

    private static ValueTimestamp startOf(long epochDay) {
        return ValueTimestamp.fromDateValueAndNanos(
                DateTimeUtils.dateValueFromAbsoluteDay(epochDay), 0);
    }

    private static void update(Connection session, String sql, long... values) throws SQLException {
        try (PreparedStatement statement = session.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setLong(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
