package org.fleetscope.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.fleetscope.job.JobContext;
import org.fleetscope.job.Progress;
import org.fleetscope.model.SqlColumn;
import org.fleetscope.model.StatementException;
import org.fleetscope.model.Times;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class H2StoreQueryTest {
    @TempDir static Path folder;
    private H2Store store;

    @BeforeAll
    void storeTwoDays() throws IOException {
        store = H2Store.open(folder.resolve("workspace"));
        for (long day : new long[] {Runs.DAY1, Runs.DAY2}) {
            try (StagedImport staged = store.begin(Runs.header())) {
                staged.rows(Runs.batch(day, 2000, day / Times.DAY * 10_000));
                staged.commit(Runs.outcome(2000));
                staged.index(JobContext.NONE);
            }
        }
    }

    @AfterAll
    void close() throws IOException {
        store.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO kpi.agents SELECT * FROM kpi.agents",
                "DELETE FROM kpi.tasks",
                "UPDATE kpi.tasks SET priority = 1",
                "DROP TABLE kpi.tasks",
                "DROP VIEW kpi.kpi_reports",
                "TRUNCATE TABLE kpi.tasks",
                "SELECT 1; DROP TABLE kpi.tasks",
                "CREATE TABLE kpi.mine (a INT)",
                "CREATE LOCAL TEMPORARY TABLE mine (a INT)",
                "CREATE ALIAS kpi.run AS 'void run() {}'",
                "CREATE USER other PASSWORD 'x'",
                "ALTER USER reader ADMIN TRUE",
                "GRANT ALL ON SCHEMA kpi TO reader",
                "CALL CSVWRITE('FOLDER/out.csv', 'SELECT 1')",
                "SELECT CSVWRITE('FOLDER/out.csv', 'SELECT 1')",
                "SELECT FILE_WRITE('00', 'FOLDER/out.bin')",
                "SELECT FILE_READ('FOLDER/secret.txt', NULL)",
                "SELECT * FROM CSVREAD('FOLDER/secret.txt')",
                "SCRIPT TO 'FOLDER/out.sql'",
                "BACKUP TO 'FOLDER/out.zip'",
                "RUNSCRIPT FROM 'FOLDER/secret.txt'",
                "SELECT * FROM FINAL TABLE (DELETE FROM kpi.tasks)",
                "EXPLAIN ANALYZE DELETE FROM kpi.tasks",
                "SELECT * FROM staging.tasks",
                "SET CACHE_SIZE 1",
                "SHUTDOWN"
            })
    void refusesAllButReading(String sql) throws IOException {
        Files.writeString(folder.resolve("secret.txt"), "secret");

        assertThatThrownBy(() -> query(sql.replace("FOLDER", folder.toString())))
                .isInstanceOf(IOException.class)
                .message()
                .startsWith(sql.startsWith("SELECT * FROM staging") ? "The query" : "")
                .doesNotContain("SQL statement:");
        assertThat(folder.resolve("out.csv")).doesNotExist();
        assertThat(folder.resolve("out.bin")).doesNotExist();
        assertThat(folder.resolve("out.sql")).doesNotExist();
        assertThat(query("SELECT COUNT(*) FROM kpi.tasks").rows()).containsExactly(List.of(0L));
    }

    @Test
    void saysWhyAQueryFailed() {
        assertThatThrownBy(() -> query("SELECT nonsense FROM kpi_reports"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("nonsense")
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @CsvSource({
        "SELECT latency_ms FRM kpi_reports, 22, 33",
        "SELECT 'a\"b' || 'é' 5, 20, 21",
        "SELECT 1 +, 10, 10",
        "'SELECT foo, kpi_reports.foo FROM kpi_reports', 7, 10",
        "SELECT k.foo FROM kpi_reports k, 7, 12",
        "SELECT * FROM nix, 14, 17",
        "SELECT lenth(hostname) FROM kpi_reports, 7, 12",
        "SELECT * FROM staging.tasks, 14, 27",
        "SELECT 1/0, -1, -1"
    })
    void tellsThePlaceOfAnError(String sql, int from, int to) {
        assertThatThrownBy(() -> query(sql))
                .isInstanceOfSatisfying(
                        StatementException.class,
                        e -> {
                            assertThat(e.from()).isEqualTo(from);
                            assertThat(e.to()).isEqualTo(to);
                        });
    }

    @Test
    void analyzesAndNamesTypes() throws IOException {
        SqlResult plan = query("EXPLAIN ANALYZE SELECT hostname FROM kpi_reports");
        assertThat(plan.names()).containsExactly("PLAN");
        assertThat(String.valueOf(plan.rows().getFirst().getFirst())).contains("scanCount");
        assertThat(
                        query(
                                        "SELECT recorded_at, latency_ms, COUNT(*) FROM kpi_reports GROUP BY recorded_at, latency_ms")
                                .columns())
                .extracting(SqlColumn::type)
                .containsExactly("timestamp", "double precision", "bigint");
        assertThatThrownBy(() -> query("EXPLAIN ANALYZE DELETE FROM kpi.tasks"))
                .hasMessageContaining("may only read schema kpi");
    }

    @Test
    void handsRowsOnWithoutALimit() throws IOException {
        List<Object> seen = new ArrayList<>();
        store.query(
                "SELECT x FROM SYSTEM_RANGE(1, 5)",
                new SqlSink() {
                    @Override
                    public void columns(List<SqlColumn> columns) {
                        seen.add(columns.getFirst().name());
                    }

                    @Override
                    public boolean row(List<@Nullable Object> cells) {
                        seen.add(String.valueOf(cells.getFirst()));
                        return seen.size() < 4;
                    }
                },
                JobContext.NONE);
        assertThat(seen).containsExactly("X", "1", "2", "3");
    }

    @Test
    void failedQueriesLeaveNoFilesBehind() throws IOException {
        assertThatThrownBy(() -> query("SELECT 1 / 0")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> query("SELECT CAST('x' AS INT)")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> query("SELECT FROM WHERE")).isInstanceOf(IOException.class);
        try (Stream<Path> files = Files.list(folder.resolve("workspace"))) {
            assertThat(files).noneMatch(file -> file.toString().endsWith(".trace.db"));
        }
    }

    @Test
    void givesCellsAsPlainValuesAndCutsAtTheLimit() throws IOException {
        SqlResult result =
                store.query(
                        "SELECT recorded_at, task_id, latency_ms, network_bytes, hostname,"
                                + " gpu_utilization, latency_ms > 5 AS slow FROM kpi_reports ORDER BY"
                                + " recorded_at",
                        2,
                        JobContext.NONE);

        assertThat(result.truncated()).isTrue();
        assertThat(result.names())
                .containsExactly(
                        "recorded_at",
                        "task_id",
                        "latency_ms",
                        "network_bytes",
                        "hostname",
                        "gpu_utilization",
                        "slow");
        assertThat(result.rows()).hasSize(2);
        assertThat(result.rows().getFirst())
                .containsExactly(
                        "2026-01-31T00:00:00.000000Z",
                        Runs.task(Runs.DAY1 / Times.DAY * 10_000).toString(),
                        100.0,
                        1000L,
                        "node-0",
                        null,
                        true);
        assertThat(query("SELECT SUM(priority) FROM kpi_reports").rows())
                .containsExactly(List.of(4000L * 75));
        assertThat(query("SELECT (execution_context).\"hostname\" FROM kpi_reports LIMIT 1").rows())
                .containsExactly(List.of("\"node\""));
    }

    @Test
    void theSourcesSummaryRunsOnTheView() throws IOException {
        SqlResult result =
                query(
                        "SELECT agent_id, AVG(latency_ms) as avg_latency, AVG(accuracy) as"
                                + " avg_accuracy, COUNT(*) as task_count, STDDEV(latency_ms) as"
                                + " latency_stddev FROM kpi_reports WHERE recorded_at BETWEEN"
                                + " TIMESTAMP '2026-01-31 00:00:00' AND TIMESTAMP '2026-02-02 00:00:00'"
                                + " GROUP BY agent_id ORDER BY avg_accuracy DESC");

        assertThat(result.rows()).hasSize(1);
        // Latencies run 100..199 in equal numbers, accuracies 0.5..0.99.
        assertThat(result.rows().getFirst().subList(0, 4))
                .usingRecursiveComparison()
                .withComparatorForType(
                        (Double a, Double b) -> Math.abs(a - b) < 1e-9 ? 0 : 1, Double.class)
                .isEqualTo(List.of(Runs.AGENT.toString(), 149.5, 0.745, 4000L));
    }

    @Test
    void lookUpsUseTheIndexOfEachDay() throws IOException {
        assertThat(
                        plan(
                                "SELECT recorded_at, latency_ms, accuracy, cpu_usage FROM"
                                        + " kpi.kpi_reports WHERE agent_id = '"
                                        + Runs.AGENT
                                        + "' AND recorded_at BETWEEN TIMESTAMP '2026-01-31"
                                        + " 01:00:00' AND TIMESTAMP '2026-01-31 02:00:00' ORDER BY"
                                        + " recorded_at DESC"))
                .contains("idx_agent_time_20260131", "idx_agent_time_20260201")
                .doesNotContain("tableScan");
        assertThat(
                        plan(
                                "SELECT * FROM kpi_reports WHERE task_id = '"
                                        + Runs.task(3)
                                        + "' AND recorded_at >= TIMESTAMP '2026-01-31 00:00:00'"))
                .contains("idx_task_time_20260131", "idx_task_time_20260201")
                .doesNotContain("tableScan");
        assertThat(
                        plan(
                                "SELECT agent_id, AVG(latency_ms) FROM kpi_reports WHERE recorded_at"
                                        + " BETWEEN TIMESTAMP '2026-01-31 00:00:00' AND TIMESTAMP"
                                        + " '2026-01-31 00:01:00' GROUP BY agent_id"))
                .containsIgnoringCase("primary_key")
                .doesNotContain("tableScan");
    }

    @Test
    void stopsWithItsJob() {
        AtomicInteger asked = new AtomicInteger();
        JobContext cancelledWhileRunning =
                new JobContext() {
                    @Override
                    public void progress(Progress progress) {}

                    @Override
                    public boolean isCancelled() {
                        return asked.getAndIncrement() > 0;
                    }
                };

        assertThatThrownBy(() ->
                        store.query(
                                "SELECT COUNT(*) FROM SYSTEM_RANGE(1, 100000) a CROSS JOIN"
                                        + " SYSTEM_RANGE(1, 100000) b WHERE a.x + b.x = 7",
                                1,
                                cancelledWhileRunning))
                .isInstanceOf(CancellationException.class);
    }

    private SqlResult query(String sql) throws IOException {
        return store.query(sql, 100, JobContext.NONE);
    }

    private String plan(String sql) throws IOException {
        return String.valueOf(query("EXPLAIN " + sql).rows().getFirst().getFirst());
    }
}
