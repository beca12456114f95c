package org.fleetscope.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fleetscope.job.JobContext;
import org.fleetscope.job.Progress;

/**
 * The primary keys and indexes that day tables should have. Which are there is asked of the
 * database each time: H2 enters an index into its schema only when it is whole, and drops the pages
 * of an unfinished one when it opens the file.
 */
final class DayIndexes {
    /** The primary key and the four indexes. */
    private static final int PER_TABLE = 5;

    private static final String KEY =
            "SELECT constraint_name FROM information_schema.table_constraints WHERE table_schema ="
                    + " 'kpi' AND constraint_type = 'PRIMARY KEY' AND table_name = ?";
    private static final String INDEXES =
            "SELECT index_name FROM information_schema.indexes WHERE table_schema = 'kpi' AND"
                    + " table_name = ?";

    private DayIndexes() {}

    /** The statements that build what a table lacks, the key first. */
    static List<String> missing(Connection session, DayTable table) throws SQLException {
        List<String> missing = new ArrayList<>();
        if (!hasKey(session, table)) {
            missing.add(table.primaryKeySql());
        }
        Set<String> indexes = names(session, INDEXES, table);
        table.indexSql()
                .forEach((name, sql) -> {
                    if (!indexes.contains(name)) {
                        missing.add(sql);
                    }
                });
        return missing;
    }

    static boolean hasKey(Connection session, DayTable table) throws SQLException {
        return !names(session, KEY, table).isEmpty();
    }

    static boolean complete(Connection session, List<DayTable> tables) throws SQLException {
        for (DayTable table : tables) {
            if (!missing(session, table).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** Builds all that is missing; the job can stop it between two of them. */
    static void build(Connection session, List<DayTable> tables, JobContext job)
            throws SQLException {
        int position = 0;
        while (position < tables.size()) {
            if (!buildNext(session, tables, position, job)) {
                position++;
            }
        }
    }

    /**
     * Builds the first thing that the table at a position lacks; whoever reads the table waits
     * meanwhile.
     *
     * @return false when it lacks nothing
     */
    static boolean buildNext(
            Connection session, List<DayTable> tables, int position, JobContext job)
            throws SQLException {
        DayTable table = tables.get(position);
        List<String> missing = missing(session, table);
        job.progress(
                new Progress(
                        "Building indexes",
                        (long) PER_TABLE * (position + 1) - missing.size(),
                        (long) PER_TABLE * tables.size(),
                        "indexes",
                        table.rows()));
        if (missing.isEmpty()) {
            return false;
        }
        job.checkCancelled();
        Database.execute(session, missing.getFirst());
        return true;
    }

    private static Set<String> names(Connection session, String sql, DayTable table)
            throws SQLException {
        Set<String> names = new HashSet<>();
        try (PreparedStatement select = session.prepareStatement(sql)) {
            select.setString(1, table.name());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
        }
        return names;
    }
}
