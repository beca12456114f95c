package org.fleetscope.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.fleetscope.model.Times;

/**
 * Writes the aggregated windows of some days; they count once all are there, see {@link
 * AggregatedDays}. They are committed a batch at a time: whoever is killed meanwhile leaves windows
 * that do not count.
 */
final class AggregateWriter {
    private static final int COLUMNS = 26;

    /** The order of the key, in which the database appends instead of inserting. */
    private static final Comparator<AggregateRow> BY_KEY =
            Comparator.comparingLong(AggregateRow::windowStart)
                    .thenComparing(AggregateRow::agentId, AggregateWriter::compareUnsigned)
                    .thenComparingLong(AggregateRow::windowEnd);

    private final Binder insert;
    private final long importId;

    private AggregateWriter(Binder insert, long importId) {
        this.insert = insert;
        this.importId = importId;
    }

    private static int compareUnsigned(UUID a, UUID b) {
        int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
        return high != 0
                ? high
                : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
    }

    /**
     * Writes the windows of days, which do not count yet. Commits.
     *
     * @param session that does not commit by itself
     */
    static void prepare(
            Connection session, long importId, List<AggregateRow> rows, long[] epochDays)
            throws SQLException {
        for (long day : epochDays) {
            AggregatedDays.begin(session, day, importId);
        }
        session.commit();
        List<AggregateRow> sorted = new ArrayList<>(rows);
        sorted.sort(BY_KEY);
        try (Binder insert =
                new Binder(
                        session,
                        "INSERT INTO kpi.aggregation_windows VALUES ("
                                + String.join(", ", Collections.nCopies(COLUMNS, "?"))
                                + ")")) {
            AggregateWriter writer = new AggregateWriter(insert, importId);
            for (AggregateRow row : sorted) {
                writer.write(row);
            }
            insert.flush();
        }
        session.commit();
    }

    /**
     * Writes the windows of days, in place of those that count, if any. Commits.
     *
     * @param session that does not commit by itself
     */
    static void write(Connection session, long importId, List<AggregateRow> rows, long[] epochDays)
            throws SQLException {
        prepare(session, importId, rows, epochDays);
        for (long day : epochDays) {
            AggregatedDays.revoke(session, day);
            AggregatedDays.count(session, day, importId);
        }
        session.commit();
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
                .integer(row.totalNetworkBytes())
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
                .bigint(Times.epochDay(row.windowStart()))
                .bigint(importId)
                .add();
    }
}
