package org.fleetscope.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.fleetscope.model.AgentWindow;
import org.fleetscope.model.Times;

/**
 * Writes the aggregated windows of some days; they count once all are there, see {@link
 * AggregatedDays}. They are committed a batch at a time: whoever is killed meanwhile leaves windows
 * that do not count.
 */
final class AggregateWriter {
    private static final int COLUMNS = 40;

    /** The order of the key, in which the database appends instead of inserting. */
    private static final Comparator<AgentWindow> BY_KEY =
            Comparator.comparingLong(AgentWindow::start)
                    .thenComparing(AgentWindow::agentId, AggregateWriter::compareUnsigned)
                    .thenComparingLong(AgentWindow::end);

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
    static void prepare(Connection session, long importId, List<AgentWindow> rows, long[] epochDays)
            throws SQLException {
        for (long day : epochDays) {
            AggregatedDays.begin(session, day, importId);
        }
        session.commit();
        List<AgentWindow> sorted = new ArrayList<>(rows);
        sorted.sort(BY_KEY);
        try (Binder insert =
                new Binder(
                        session,
                        "INSERT INTO kpi.aggregation_windows VALUES ("
                                + String.join(", ", Collections.nCopies(COLUMNS, "?"))
                                + ")")) {
            AggregateWriter writer = new AggregateWriter(insert, importId);
            for (AgentWindow row : sorted) {
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
    static void write(Connection session, long importId, List<AgentWindow> rows, long[] epochDays)
            throws SQLException {
        prepare(session, importId, rows, epochDays);
        for (long day : epochDays) {
            AggregatedDays.revoke(session, day);
            AggregatedDays.count(session, day, importId);
        }
        session.commit();
    }

    private void write(AgentWindow row) throws SQLException {
        AgentWindow.LatencyQuantiles latency = row.quantiles();
        AgentWindow.Outcomes outcomes = row.outcomes();
        insert.time(row.start())
                .time(row.end())
                .bigint((row.end() - row.start()) / Times.SECOND)
                .uuid(row.agentId())
                .real(row.latency().mean())
                .real(row.accuracy().mean())
                .real(row.cpu().mean())
                .real(row.memory().mean())
                .integer(row.totalNetworkBytes())
                .real(row.latency().sd())
                .real(row.accuracy().sd())
                .integer(row.runs())
                .real(outcomes.successRate())
                .text(outcomes.basis())
                .real(row.performanceScore().mean())
                .real(row.efficiencyRatio().mean())
                .real(latency.min())
                .real(latency.p50())
                .real(latency.p95())
                .real(latency.p99())
                .real(latency.max())
                .bytes(latency.sketch());
        write(row.latency());
        write(row.accuracy());
        write(row.cpu());
        write(row.memory());
        write(row.performanceScore());
        write(row.efficiencyRatio());
        insert.integer(outcomes.known())
                .integer(outcomes.succeeded())
                .bigint(Times.epochDay(row.start()))
                .bigint(importId)
                .add();
    }

    private void write(AgentWindow.Spread spread) throws SQLException {
        insert.integer(spread.count()).real(spread.sum()).real(spread.sumOfSquares());
    }

    private void write(AgentWindow.Average average) throws SQLException {
        insert.integer(average.count()).real(average.sum());
    }
}
