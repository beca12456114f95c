package org.fleetscope.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.Times;
import org.h2.util.DateTimeUtils;
import org.h2.value.ValueBigint;
import org.h2.value.ValueNull;
import org.h2.value.ValueTimestamp;

/** Stages aggregated windows and the days whose windows they replace. Not thread-safe. */
final class AggregateWriter implements AutoCloseable {
    private static final int COLUMNS = 24;

    private final Binder insert;
    private final Set<Long> days = new TreeSet<>();

    AggregateWriter(Connection session) throws SQLException {
        this.insert =
                new Binder(
                        session,
                        "INSERT INTO staging.kpi_aggregations VALUES ("
                                + String.join(", ", Collections.nCopies(COLUMNS, "?"))
                                + ")");
    }

    void write(List<AggregateRow> rows, long[] epochDays) throws SQLException {
        for (long day : epochDays) {
            days.add(day);
        }
        for (AggregateRow row : rows) {
            write(row);
        }
    }

    private void write(AggregateRow row) throws SQLException {
        insert.time(row.windowStart())
                .time(row.windowEnd())
                .bigint((row.windowEnd() - row.windowStart()) / Times.SECOND)
                .uuid(row.agentId())
                .real(row.avgLatencyMs())
                .real(row.avgAccuracy())
                .real(row.avgCpuUsage())
                .real(row.avgMemoryMb())
                .value(
                        row.totalNetworkBytes() == KpiBatch.MISSING_LONG
                                ? ValueNull.INSTANCE
                                : ValueBigint.get(row.totalNetworkBytes()))
                .real(row.latencyStddev())
                .real(row.accuracyStddev())
                .integer(row.taskCount())
                .real(row.successRate())
                .text(row.successBasis())
                .real(row.performanceScore())
                .real(row.efficiencyRatio())
                .real(row.p50LatencyMs())
                .real(row.p95LatencyMs())
                .real(row.p99LatencyMs())
                .real(row.sumLatencyMs())
                .real(row.sumSqLatencyMs())
                .real(row.sumAccuracy())
                .real(row.sumSqAccuracy())
                .integer(row.accuracyCount())
                .add();
    }

    void flush() throws SQLException {
        insert.flush();
    }

    /** Replaces the windows of the days given by those staged, within the session's transaction. */
    void moveStaged(Connection session) throws SQLException {
        try (PreparedStatement delete =
                session.prepareStatement(
                        "DELETE FROM kpi.kpi_aggregations WHERE time_window_start >= ? AND"
                                + " time_window_start < ?")) {
            for (long day : days) {
                delete.setObject(1, startOf(day));
                delete.setObject(2, startOf(day + 1));
                delete.executeUpdate();
            }
        }
        try (PreparedStatement move =
                session.prepareStatement(
                        "INSERT INTO kpi.kpi_aggregations SELECT * FROM staging.kpi_aggregations")) {
            move.executeUpdate();
        }
    }

    private static ValueTimestamp startOf(long epochDay) {
        return ValueTimestamp.fromDateValueAndNanos(
                DateTimeUtils.dateValueFromAbsoluteDay(epochDay), 0);
    }

    @Override
    public void close() throws SQLException {
        insert.close();
    }
}
