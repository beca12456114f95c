package org.fleetscope.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Removes what unfinished imports left: day tables that the catalog does not know, staged records,
 * and windows that do not count.
 */
final class Staging {
    private static final List<String> TABLES =
            List.of("quarantine", "quarantine_violations", "flags", "group_flags", "repaired_rows");

    private Staging() {}

    static void clear(Connection session) throws SQLException {
        for (EntityTable table : EntityTable.values()) {
            table.clearStaged(session);
        }
        for (String table : TABLES) {
            if (Catalog.number(session, "SELECT COUNT(*) FROM staging." + table, 0) > 0) {
                Database.execute(session, "TRUNCATE TABLE staging." + table);
            }
        }
        AggregatedDays.clear(session);
    }

    static void dropUnknownTables(Connection session, List<DayTable> known) throws SQLException {
        Set<String> names = known.stream().map(DayTable::name).collect(Collectors.toSet());
        for (String name : Catalog.existingTables(session)) {
            if (!names.contains(name)) {
                Database.execute(session, "DROP TABLE kpi." + name);
            }
        }
    }
}
