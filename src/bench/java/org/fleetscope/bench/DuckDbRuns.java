package org.fleetscope.bench;

import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.fleetscope.frame.Frame;
import org.fleetscope.model.KpiBatch;

/**
 * DuckDB's own table of a frame's runs, in memory, with two threads. It has the agents' ids and, as
 * the frame has, a whole number each, which is the quickest it can group by.
 */
final class DuckDbRuns implements AutoCloseable {
    private final DuckDBConnection connection;

    DuckDbRuns(Frame frame) throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("threads", "2");
        connection =
                DriverManager.getConnection("jdbc:duckdb:", settings)
                        .unwrap(DuckDBConnection.class);
        execute(
                "CREATE TABLE runs (agent INTEGER, agent_id UUID, recorded_at BIGINT, latency_ms DOUBLE,"
                        + " accuracy DOUBLE, cpu_usage DOUBLE, memory_mb DOUBLE, network_bytes BIGINT)");
        load(frame);
    }

    private void load(Frame frame) throws SQLException {
        UUID[] ids = frame.agents().values().toArray(UUID[]::new);
        try (DuckDBAppender to =
                connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "runs")) {
            for (int row = 0; row < frame.rows(); row++) {
                to.beginRow();
                to.append(frame.agent()[row]);
                to.append(ids[frame.agent()[row]]);
                to.append(frame.recordedAt()[row]);
                to.append(frame.latencyMs()[row]);
                to.append(frame.accuracy()[row]);
                to.append(frame.cpuUsage()[row]);
                to.append(frame.memoryMb()[row]);
                long network = frame.networkBytes()[row];
                if (network == KpiBatch.MISSING_LONG) {
                    to.appendNull();
                } else {
                    to.append(network);
                }
                to.endRow();
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Rows of a query whose columns are all numbers; NULL is NaN. */
    List<double[]> rows(String sql, int columns) throws SQLException {
        List<double[]> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                double[] row = new double[columns];
                for (int i = 0; i < columns; i++) {
                    double value = found.getDouble(i + 1);
                    row[i] = found.wasNull() ? Double.NaN : value;
                }
                rows.add(row);
            }
        }
        return rows;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
