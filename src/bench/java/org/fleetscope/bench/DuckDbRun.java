package org.fleetscope.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Child process: DuckDB loads the same file into a table on disk, with both cores and its own
 * reading of the columns, and prints {@code load=seconds} of that statement alone.
 */
public final class DuckDbRun {
    private DuckDbRun() {}

    public static void main(String[] args) throws SQLException {
        Path file = Path.of(args[0]);
        Path database = Path.of(args[1]);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + database);
                Statement statement = connection.createStatement()) {
            long begin = System.nanoTime();
            statement.execute(
                    "CREATE TABLE runs AS SELECT * FROM read_json('"
                            + file.toString().replace("'", "''")
                            + "', format = 'newline_delimited')");
            System.out.println("load=" + (System.nanoTime() - begin) / 1e9);
            try (ResultSet count = statement.executeQuery("SELECT count(*) FROM runs")) {
                count.next();
                System.out.println("rows=" + count.getLong(1));
            }
        }
    }
}
