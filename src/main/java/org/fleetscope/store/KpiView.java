package org.fleetscope.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The view {@code kpi.kpi_reports} over the committed day tables, and what readers may see of them.
 * DDL commits by itself in H2, so the view follows the catalog after the catalog was committed.
 */
final class KpiView {
    private static final Pattern TABLE = Pattern.compile("\"(" + DayTable.PREFIX + "[0-9_]+)\"");

    private KpiView() {}

    /**
     * Makes the view and the reader's rights follow the catalog; does nothing when they do already.
     */
    static void follow(Connection session, List<DayTable> tables) throws SQLException {
        Set<String> names = tables.stream().map(DayTable::name).collect(Collectors.toSet());
        Set<String> readable = readable(session);
        for (String name : names) {
            if (!readable.contains(name)) {
                Database.execute(session, "GRANT SELECT ON kpi." + name + " TO " + Database.READER);
            }
        }
        if (!readable.contains("kpi_reports") || !names.equals(shown(session))) {
            Database.execute(session, sql(tables));
            Database.execute(session, "GRANT SELECT ON kpi.kpi_reports TO " + Database.READER);
        }
    }

    private static String sql(List<DayTable> tables) {
        String body =
                tables.isEmpty()
                        ? emptyBranch()
                        : tables.stream()
                                .map(KpiView::branch)
                                .collect(Collectors.joining(" UNION ALL "));
        return "CREATE OR REPLACE VIEW kpi.kpi_reports AS " + body;
    }

    private static String branch(DayTable table) {
        String columns =
                DayTable.columnDefinitions().stream()
                        .map(column -> column.substring(0, column.indexOf(' ')))
                        .collect(Collectors.joining(", "));
        // The import is the same for a whole table, so its rows do not carry it.
        return "SELECT %s, CAST(%d AS BIGINT) AS import_id FROM kpi.%s"
                .formatted(columns, table.importId(), table.name());
    }

    private static String emptyBranch() {
        return DayTable.columnDefinitions().stream()
                .map(column -> {
                    int space = column.indexOf(' ');
                    return "CAST(NULL AS %s) AS %s"
                            .formatted(column.substring(space + 1), column.substring(0, space));
                })
                .collect(
                        Collectors.joining(
                                ", ",
                                "SELECT ",
                                ", CAST(NULL AS BIGINT) AS import_id WHERE FALSE"));
    }

    /** Tables that the view as it stands is made of. */
    private static Set<String> shown(Connection session) throws SQLException {
        Set<String> names = new TreeSet<>();
        try (PreparedStatement select =
                        session.prepareStatement(
                                "SELECT view_definition FROM information_schema.views WHERE"
                                        + " table_schema = 'kpi' AND table_name = 'kpi_reports'");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                Matcher matcher = TABLE.matcher(rows.getString(1));
                while (matcher.find()) {
                    names.add(matcher.group(1));
                }
            }
        }
        return names;
    }

    private static Set<String> readable(Connection session) throws SQLException {
        Set<String> names = new TreeSet<>();
        try (PreparedStatement select =
                session.prepareStatement(
                        "SELECT table_name FROM information_schema.rights WHERE table_schema = 'kpi'"
                                + " AND LOWER(grantee) = ?")) {
            select.setString(1, Database.READER);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
        }
        return names;
    }
}
