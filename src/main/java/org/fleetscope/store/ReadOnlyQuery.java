package org.fleetscope.store;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.SqlColumn;
import org.fleetscope.model.StatementException;
import org.fleetscope.model.Times;
import org.h2.api.ErrorCode;
import org.h2.jdbc.JdbcResultSet;
import org.h2.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Runs one query as the user who may only read schema kpi. Without rights of an administrator there
 * is no writing, no DDL, and none of H2's functions that reach files or Java.
 */
final class ReadOnlyQuery {
    static final int TIMEOUT_SECONDS = 300;

    private final Database database;
    private final String sql;

    ReadOnlyQuery(Database database, String sql) {
        this.database = database;
        this.sql = sql;
    }

    /** Rows in memory, at most so many. */
    SqlResult rows(int maxRows, JobContext job) throws IOException {
        Collected rows = new Collected(maxRows);
        run(rows, maxRows == Integer.MAX_VALUE ? 0 : maxRows + 1, job);
        return new SqlResult(rows.columns, rows.rows, rows.more);
    }

    /** Hands all rows on. */
    void run(SqlSink sink, JobContext job) throws IOException {
        run(sink, 0, job);
    }

    /**
     * @param maxRows rows worth computing; 0 for all
     * @throws StatementException with the database's reason as one sentence
     * @throws CancellationException when the job was cancelled
     */
    private void run(SqlSink sink, int maxRows, JobContext job) throws IOException {
        job.checkCancelled();
        try (Connection session = database.readerSession();
                PreparedStatement statement = session.prepareStatement(sql)) {
            if (statement.getMetaData() == null) {
                throw new IOException(
                        "Only queries can be run here (SELECT, WITH, VALUES, EXPLAIN, SHOW): the"
                                + " workspace is opened for reading.");
            }
            statement.setQueryTimeout(TIMEOUT_SECONDS);
            statement.setMaxRows(maxRows);
            try (StatementWatch watch = StatementWatch.start(statement, job)) {
                read(statement, sink);
            }
        } catch (SQLException e) {
            job.checkCancelled();
            StatementPlace place = StatementPlace.of(e, sql);
            throw new StatementException(sentence(e), place.from(), place.to(), e);
        }
    }

    private static String sentence(SQLException e) {
        return switch (e.getErrorCode()) {
            case ErrorCode.STATEMENT_WAS_CANCELED ->
                    "The query was stopped after "
                            + TIMEOUT_SECONDS
                            + " s: narrow it and repeat it.";
            case ErrorCode.NOT_ENOUGH_RIGHTS_FOR_1, ErrorCode.ADMIN_RIGHTS_REQUIRED ->
                    "The query was refused, it may only read schema kpi: " + StoreFailure.reason(e);
            default -> "The query failed: " + StoreFailure.reason(e);
        };
    }

    private static void read(PreparedStatement statement, SqlSink sink)
            throws SQLException, IOException {
        try (JdbcResultSet result = statement.executeQuery().unwrap(JdbcResultSet.class)) {
            ResultSetMetaData meta = result.getMetaData();
            int width = meta.getColumnCount();
            List<SqlColumn> columns = new ArrayList<>();
            for (int i = 1; i <= width; i++) {
                columns.add(new SqlColumn(meta.getColumnLabel(i), meta.getColumnTypeName(i)));
            }
            sink.columns(columns);
            boolean wanted = true;
            while (wanted && result.next()) {
                List<@Nullable Object> row = new ArrayList<>(width);
                for (int i = 1; i <= width; i++) {
                    row.add(cell(result.getInternal(i)));
                }
                wanted = sink.row(row);
            }
        }
    }

    private static final class Collected implements SqlSink {
        private final List<List<@Nullable Object>> rows = new ArrayList<>();
        private final int most;
        private List<SqlColumn> columns = List.of();
        private boolean more;

        Collected(int most) {
            this.most = most;
        }

        @Override
        public void columns(List<SqlColumn> all) {
            columns = List.copyOf(all);
        }

        @Override
        public boolean row(List<@Nullable Object> cells) {
            more = rows.size() == most;
            if (!more) {
                rows.add(cells);
            }
            return !more;
        }
    }

    private static @Nullable Object cell(Value value) {
        return switch (value.getValueType()) {
            case Value.NULL -> null;
            case Value.TINYINT, Value.SMALLINT, Value.INTEGER, Value.BIGINT -> value.getLong();
            case Value.NUMERIC -> number(value);
            case Value.REAL, Value.DOUBLE, Value.DECFLOAT -> value.getDouble();
            case Value.BOOLEAN -> value.getBoolean();
            case Value.TIMESTAMP -> Times.iso(H2Values.micros(value));
            case Value.BINARY, Value.VARBINARY -> HexFormat.of().formatHex(value.getBytesNoCopy());
            default -> value.getString();
        };
    }

    /** Sums of integers are NUMERIC in H2; they stay integers, beyond a long too. */
    private static Object number(Value value) {
        BigDecimal number = value.getBigDecimal();
        try {
            BigInteger integer = number.toBigIntegerExact();
            return integer.bitLength() < Long.SIZE ? (Object) integer.longValueExact() : integer;
        } catch (ArithmeticException e) {
            return number.doubleValue();
        }
    }
}
