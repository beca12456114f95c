package org.fleetscope.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.TimeRange;
import org.fleetscope.model.Times;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workspace as the first schema left it, opened by this version. */
final class MigrationTest {
    private static final String RUN =
            "VALUES (TIMESTAMP '2026-0%s 10:00:00', UUID '00000000-0000-4000-8000-000000000001', UUID"
                    + " '11111111-0000-4000-8000-000000000001', 120.5, 0.9, 0.25, 512.5, 2048, JSON"
                    + " '{\"hostname\":\"n\"}', NULL, 'layer2', 'vision', 75, 'n', NULL, 1, 3, 17,"
                    + " 99, 3)";
    private static final String WINDOW =
            "INSERT INTO kpi.aggregation_windows (time_window_start, time_window_end,"
                    + " window_seconds, agent_id, total_network_bytes, task_count, success_basis,"
                    + " accuracy_count, epoch_day, import_id) VALUES (TIMESTAMP '2026-0%1$s"
                    + " 00:00:00', TIMESTAMP '2026-0%1$s 00:01:00', 60, UUID"
                    + " '11111111-0000-4000-8000-000000000001', %2$s, 2, 'accuracy', 2, %3$d, 1)";

    @TempDir private Path folder;

    /** Two days with their windows, which say less than those of today. */
    @BeforeEach
    void makeFirstVersion() throws SQLException {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(
                "jdbc:h2:file:"
                        + folder.resolve(Database.NAME)
                        + ";DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE");
        source.setUser("sa");
        source.setPassword("");
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .defaultSchema("kpi")
                .schemas("kpi")
                .loggers(FlywayLog.class.getName())
                .target("1")
                .load()
                .migrate();
        try (Connection session = source.getConnection();
                Statement statement = session.createStatement()) {
            statement.execute(
                    "INSERT INTO kpi.imports VALUES (1, TIMESTAMP '2026-03-01 00:00:00', '{}', 2, 2,"
                            + " 0, 0)");
            statement.execute(
                    "INSERT INTO kpi.import_files VALUES (1, 1, '/data/a.ndjson', 'NDJSON', 9, NULL,"
                            + " 2)");
            addDay(statement, "1-31", "NULL");
            addDay(statement, "2-01", "2048");
        }
    }

    private static void addDay(Statement statement, String date, String network)
            throws SQLException {
        long day = LocalDate.parse("2026-0" + date).toEpochDay();
        DayTable table = new DayTable(DayTable.name(day, 1), day, 1, 1);
        statement.execute(table.createSql());
        statement.execute("INSERT INTO kpi." + table.name() + " " + RUN.formatted(date));
        statement.execute(
                "INSERT INTO kpi.partitions VALUES ('%s', %d, 1, 1)".formatted(table.name(), day));
        statement.execute(WINDOW.formatted(date, network, day));
        statement.execute("INSERT INTO kpi.aggregated_days VALUES (%d, 1)".formatted(day));
    }

    @Test
    void whatWasStoredStaysAndItsWindowsAreMadeAnew() throws Exception {
        long first = Times.epochDay(Runs.DAY1);
        BigInteger large = BigInteger.TWO.pow(63).multiply(BigInteger.TEN);
        try (H2Store store = H2Store.open(folder)) {
            List<Double> latencies = new ArrayList<>();
            store.read(
                    TimeRange.ALL,
                    rows -> latencies.add(rows.batch().latencyMs[0]),
                    JobContext.NONE);
            assertThat(latencies).containsExactly(120.5, 120.5);
            assertThat(store.daysToAggregate()).containsExactly(first, first + 1);
            assertThat(totals(store)).isEmpty();

            store.aggregates(
                    List.of(
                            Runs.window(Runs.DAY1, 2, large),
                            Runs.window(Runs.DAY1 + Times.DAY, 2, BigInteger.valueOf(2048))),
                    new long[] {first, first + 1},
                    JobContext.NONE);
        }
        try (H2Store store = H2Store.open(folder)) {
            assertThat(store.daysToAggregate()).isEmpty();
            // 10 · 2^63
            assertThat(totals(store))
                    .containsExactly(
                            List.of(new BigInteger("92233720368547758080")), List.of(2048L));
        }
        assertThat(Runs.select(folder, "SELECT COUNT(*) FROM \"kpi\".\"aggregation_windows\""))
                .containsExactly("2");
    }

    private static List<List<@Nullable Object>> totals(H2Store store) throws Exception {
        return store.query(
                        "SELECT total_network_bytes FROM kpi_aggregations ORDER BY"
                                + " time_window_start",
                        10,
                        JobContext.NONE)
                .rows();
    }
}
