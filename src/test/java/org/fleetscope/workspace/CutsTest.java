package org.fleetscope.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.StringJoiner;
import java.util.UUID;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.Scope;
import org.fleetscope.model.TimeRange;
import org.fleetscope.model.Times;
import org.fleetscope.series.TableData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cuts of five weeks of runs, against SQL on what was stored. */
final class CutsTest {
    /** 2026-01-05T00:00:00Z, a Monday. */
    private static final long START = 20_458 * Times.DAY;

    private static final String TOKENS =
            "CAST(CAST((custom_metrics).\"tokens\" AS VARCHAR) AS DOUBLE PRECISION)";
    private static final Map<String, String> GROUPINGS =
            Map.ofEntries(
                    Map.entry("agent", "CAST(agent_id AS VARCHAR)"),
                    Map.entry("type", "target_agent_type"),
                    Map.entry("host", "hostname"),
                    Map.entry("priority", "priority"),
                    Map.entry("layer", "source_layer"),
                    Map.entry("hour", "DATE_TRUNC(HOUR, recorded_at)"),
                    Map.entry("day", "DATE_TRUNC(DAY, recorded_at)"),
                    Map.entry(
                            "week",
                            "DATEADD(DAY, 1 - EXTRACT(ISO_DAY_OF_WEEK FROM recorded_at),"
                                    + " DATE_TRUNC(DAY, recorded_at))"),
                    Map.entry("weekday", "EXTRACT(ISO_DAY_OF_WEEK FROM recorded_at)"),
                    Map.entry("hour_of_day", "EXTRACT(HOUR FROM recorded_at)"),
                    Map.entry("custom.tokens", TOKENS),
                    Map.entry("custom.tokens:16", "FLOOR(" + TOKENS + " / 16) * 16"),
                    Map.entry("latency_ms:250", "FLOOR(latency_ms / 250) * 250"));
    private static final List<String> MEASURES =
            List.of(
                    "count",
                    "success_rate",
                    "mean(latency_ms)",
                    "sd(latency_ms)",
                    "min(latency_ms)",
                    "max(accuracy)",
                    "sum(network_bytes)",
                    "p10(latency_ms)",
                    "p50(network_bytes)",
                    "p95(custom.tokens)",
                    "p99(latency_ms)",
                    "sd(custom.tokens)");
    private static final String MEASURED =
            "COUNT(*), AVG(CASE WHEN accuracy >= 0.5 THEN 1.0 ELSE 0.0 END), AVG(latency_ms),"
                    + " STDDEV_SAMP(latency_ms), MIN(latency_ms), MAX(accuracy),"
                    + " SUM(network_bytes),"
                    + " PERCENTILE_CONT(0.10) WITHIN GROUP (ORDER BY latency_ms),"
                    + " PERCENTILE_CONT(0.50) WITHIN GROUP (ORDER BY network_bytes),"
                    + " PERCENTILE_CONT(0.95) WITHIN GROUP (ORDER BY T),"
                    + " PERCENTILE_CONT(0.99) WITHIN GROUP (ORDER BY latency_ms),"
                    + " STDDEV_SAMP(T)";

    @TempDir private static Path folder;

    private static Workspace workspace;

    @BeforeAll
    static void importRuns() throws IOException {
        workspace = LocalWorkspace.open(folder.resolve("workspace"));
        workspace.importFiles(
                List.of(Files.writeString(folder.resolve("runs.ndjson"), randomRuns())),
                ImportOptions.DEFAULTS,
                ImportListener.NONE,
                JobContext.NONE);
    }

    @AfterAll
    static void close() throws IOException {
        workspace.close();
    }

    @Test
    void anyCutAgreesWithSql() throws IOException {
        for (String by :
                List.of(
                        "agent",
                        "agent,hour",
                        "type,day",
                        "host,priority,layer",
                        "week,weekday",
                        "hour_of_day,type",
                        "custom.tokens",
                        "custom.tokens:16,host",
                        "latency_ms:250,agent")) {
            List<String> names = List.of(by.split(","));
            TableData cut = view(Scope.ALL).aggregate(new AggregateRequest(names, MEASURES), JOB);
            List<String> keys =
                    names.stream().map(name -> GROUPINGS.getOrDefault(name, name)).toList();
            String grouped = String.join(", ", keys);
            List<List<@Nullable Object>> sql =
                    workspace
                            .query(
                                    "SELECT "
                                            + grouped
                                            + ", "
                                            + MEASURED.replace("T)", TOKENS + ")")
                                            + " FROM kpi.kpi_reports GROUP BY "
                                            + grouped
                                            + " ORDER BY "
                                            + String.join(
                                                    ", ",
                                                    keys.stream()
                                                            .map(key -> key + " NULLS LAST")
                                                            .toList()),
                                    99_999,
                                    JOB)
                            .rows();
            assertSame(cut.rows(), sql, by);
            assertThat(cut.columns().subList(0, names.size())).isEqualTo(names);
        }
    }

    private static final JobContext JOB = JobContext.NONE;

    private static void assertSame(
            List<List<@Nullable Object>> cut, List<List<@Nullable Object>> sql, String by) {
        assertThat(cut).as(by).hasSameSizeAs(sql);
        for (int row = 0; row < sql.size(); row++) {
            for (int column = 0; column < sql.get(row).size(); column++) {
                Object expected = sql.get(row).get(column);
                Object actual = cut.get(row).get(column);
                String where = by + " row " + row + " column " + column;
                if (expected instanceof Number number) {
                    assertThat(actual).as(where).isInstanceOf(Number.class);
                    double value = number.doubleValue();
                    assertThat(actual instanceof Number n ? n.doubleValue() : Double.NaN)
                            .as(where)
                            .isCloseTo(value, within(1e-9 * Math.max(1, Math.abs(value))));
                } else {
                    assertThat(actual).as(where).isEqualTo(expected);
                }
            }
        }
    }

    /** Each window beside the one before, by joining what SQL says with itself. */
    @Test
    void windowsAreComparedWithTheWindowBefore() throws IOException {
        assertCompared(Scope.ALL, PeriodComparison.PREVIOUS, List.of(1), "TRUE");
        TimeRange days = new TimeRange(START + 9 * Times.DAY, START + 17 * Times.DAY);
        assertCompared(
                Scope.ALL.withTime(days),
                PeriodComparison.PREVIOUS,
                List.of(1),
                "n.d >= DATE '2026-01-14' AND n.d < DATE '2026-01-22'");
    }

    @Test
    void windowsAreComparedWithTheSameWeekdayOfWeeksBefore() throws IOException {
        assertCompared(Scope.ALL, PeriodComparison.weekday(1), List.of(7), "TRUE");
        assertCompared(Scope.ALL, PeriodComparison.weekday(3), List.of(7, 14, 21), "TRUE");
    }

    private static void assertCompared(
            Scope scope, PeriodComparison comparison, List<Integer> daysBefore, String where)
            throws IOException {
        TableData cut =
                view(scope)
                        .aggregate(
                                new AggregateRequest(
                                        List.of("agent", "day"),
                                        List.of("count", "p95(latency_ms)"),
                                        comparison),
                                JOB);
        assertThat(cut.columns())
                .containsExactly(
                        "agent",
                        "day",
                        "count",
                        "previous(count)",
                        "change(count)",
                        "relative_change(count)",
                        "p95(latency_ms)",
                        "previous(p95(latency_ms))",
                        "change(p95(latency_ms))",
                        "relative_change(p95(latency_ms))");
        String days = String.join(", ", daysBefore.stream().map(d -> "n.d - " + d).toList());
        List<List<@Nullable Object>> sql =
                workspace
                        .query(
                                "WITH g AS (SELECT CAST(agent_id AS VARCHAR) AS a,"
                                        + " CAST(recorded_at AS DATE) AS d, COUNT(*) AS c,"
                                        + " CAST(PERCENTILE_CONT(0.95) WITHIN GROUP (ORDER BY"
                                        + " latency_ms) AS DOUBLE PRECISION) AS q FROM kpi.kpi_reports GROUP BY"
                                        + " agent_id, d)"
                                        + " SELECT n.a, CAST(n.d AS TIMESTAMP), n.c,"
                                        + " AVG(b.c * 1.0), n.c - AVG(b.c * 1.0),"
                                        + " (n.c - AVG(b.c * 1.0)) / AVG(b.c * 1.0),"
                                        + " n.q, AVG(b.q), n.q - AVG(b.q),"
                                        + " (n.q - AVG(b.q)) / AVG(b.q) FROM g n LEFT JOIN g b"
                                        + " ON b.a = n.a AND b.d IN ("
                                        + days
                                        + ") WHERE "
                                        + where
                                        + " GROUP BY n.a, n.d, n.c, n.q ORDER BY 1, 2",
                                99_999,
                                JOB)
                        .rows();
        List<List<@Nullable Object>> withRuns =
                cut.rows().stream().filter(row -> !Long.valueOf(0).equals(row.get(2))).toList();
        assertSame(withRuns, sql, comparison.toString());
        cut.rows().stream()
                .filter(row -> Long.valueOf(0).equals(row.get(2)))
                .forEach(row -> {
                    assertThat(row.get(3)).as("runs before").isNotNull();
                    assertThat(row.subList(6, 7)).containsOnlyNulls();
                });
    }

    @Test
    void aRangeIsComparedWithTheEqualOneBefore() {
        long from = START + 14 * Times.DAY;
        TimeRange two = new TimeRange(from, from + 2 * Times.DAY);
        AggregateRequest request = new AggregateRequest(List.of("type"), List.of("count"));
        TableData now = view(Scope.ALL.withTime(two)).aggregate(request, JOB);
        TableData before = view(Scope.ALL.withTime(two.previous())).aggregate(request, JOB);
        TableData week =
                view(Scope.ALL.withTime(
                                new TimeRange(START + 7 * Times.DAY, START + 9 * Times.DAY)))
                        .aggregate(request, JOB);

        assertThat(compared(two, "type", PeriodComparison.PREVIOUS)).isEqualTo(joined(now, before));
        assertThat(compared(two, "type", PeriodComparison.weekday(1))).isEqualTo(joined(now, week));
    }

    private static List<List<@Nullable Object>> joined(TableData now, TableData before) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < now.rows().size(); i++) {
            long a = count(now, i);
            long b = count(before, i);
            rows.add(Arrays.asList(now.rows().get(i).get(0), a, b, a - b, (double) (a - b) / b));
        }
        return rows;
    }

    private static long count(TableData table, int row) {
        return table.rows().get(row).get(1) instanceof Long count ? count : -1;
    }

    private static List<List<@Nullable Object>> compared(
            TimeRange range, String by, PeriodComparison comparison) {
        return view(Scope.ALL.withTime(range))
                .aggregate(new AggregateRequest(List.of(by), List.of("count"), comparison), JOB)
                .rows();
    }

    @Test
    void agentsThatFellSilentAreListedWithoutRuns() {
        UUID agent = UUID.fromString("11111111-0000-4000-8000-00000000000a");
        TimeRange lastWeek = new TimeRange(START + 28 * Times.DAY, START + 35 * Times.DAY);
        List<List<@Nullable Object>> rows = compared(lastWeek, "agent", PeriodComparison.PREVIOUS);

        List<@Nullable Object> silent =
                rows.stream().filter(row -> agent.toString().equals(row.get(0))).findFirst().get();
        assertThat(silent.subList(1, 5)).containsExactly(0L, 1L, -1L, -1.0);
    }

    @Test
    void withoutAPeriodThereIsNothingToCompareWith() {
        assertThatThrownBy(() -> compared(TimeRange.ALL, "agent", PeriodComparison.PREVIOUS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("both ends");
        assertThatThrownBy(() -> PeriodComparison.parse("yesterday"))
                .hasMessageContaining("weekday:N");
        assertThatThrownBy(() -> PeriodComparison.parse("weekday:0")).hasMessageContaining("1 to");
        assertThat(PeriodComparison.parse("weekday:4")).isEqualTo(PeriodComparison.weekday(4));
        assertThat(PeriodComparison.parse("previous")).isEqualTo(PeriodComparison.PREVIOUS);
    }

    @Test
    void featuresAreMeasuredAndGroupedBy() {
        TableData cut =
                view(Scope.ALL)
                        .aggregate(
                                new AggregateRequest(
                                        List.of("day_of_week"),
                                        List.of(
                                                "count",
                                                "mean(is_peak_hour)",
                                                "mean(performance_score)",
                                                "max(agent_fitness_score)")),
                                JOB);
        assertThat(cut.rows()).hasSize(7);
        assertThat(cut.rows().get(6).get(0)).isEqualTo(7.0);
        assertThat(cut.rows().get(6).get(2)).as("Sunday has no peak hour").isEqualTo(0.0);
        assertThat(cut.rows()).allMatch(row -> row.get(3) instanceof Double);
    }

    private static FleetView view(Scope scope) {
        return workspace.view(scope, AnalysisSettings.DEFAULTS, JOB);
    }

    /** Two agents of each type over five weeks with missing metrics and ties; one more, once. */
    private static String randomRuns() {
        Random random = new Random(12);
        StringJoiner rows = new StringJoiner("\n", "", "\n");
        for (int i = 0; i < 2500; i++) {
            int agent = i == 0 ? 10 : random.nextInt(6);
            long at =
                    i == 0
                            ? START + 22 * Times.DAY
                            : START + (long) (random.nextDouble() * 35 * Times.DAY);
            double latency =
                    random.nextInt(4) == 0
                            ? 250
                            : Math.round(1e3 * Math.exp(5 + random.nextGaussian())) / 1e3;
            String tokens = random.nextInt(5) == 0 ? "" : "\"tokens\":" + (random.nextInt(64) - 20);
            String network =
                    random.nextInt(3) == 0 ? "" : "\"network_bytes\":" + random.nextInt(9999) + ",";
            rows.add(
                    String.format(
                            Locale.ROOT,
                            "{\"task_id\":\"00000000-0000-4000-8000-00000000%04d\",\"agent_id\":"
                                    + "\"11111111-0000-4000-8000-00000000000%x\",\"latency_ms\":%s,"
                                    + "\"accuracy\":%s,\"cpu_usage\":0.5,\"memory_mb\":100,%s"
                                    + "\"custom_metrics\":{%s},\"recorded_at\":\"%s\","
                                    + "\"execution_context\":{\"hostname\":\"n%d\","
                                    + "\"resources\":{\"cpu_cores\":4}},\"source_layer\":\"l%d\","
                                    + "\"target_agent_type\":\"t%d\",\"priority\":%d}",
                            i,
                            agent,
                            latency,
                            random.nextInt(11) / 10.0,
                            network,
                            tokens,
                            Times.iso(at),
                            random.nextInt(3),
                            agent % 2,
                            agent % 3,
                            random.nextBoolean() ? 50 : 100));
        }
        return rows.toString();
    }
}
