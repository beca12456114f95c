package org.fleetscope.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.AcceptedRows;
import org.fleetscope.model.Agent;
import org.fleetscope.model.AgentWindow;
import org.fleetscope.model.EntityBatch;
import org.fleetscope.model.EntityKind;
import org.fleetscope.model.ExecutionResult;
import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.KpiBatchBuilder;
import org.fleetscope.model.RejectedRow;
import org.fleetscope.model.ResourceQuota;
import org.fleetscope.model.ResourceUsage;
import org.fleetscope.model.RowOrigin;
import org.fleetscope.model.RuleSeverity;
import org.fleetscope.model.RuleViolation;
import org.fleetscope.model.RunMetadata;
import org.fleetscope.model.SystemHealth;
import org.fleetscope.model.Task;
import org.fleetscope.model.TimeRange;
import org.fleetscope.model.Times;
import org.fleetscope.store.StagedImport.ImportOutcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class H2StoreRoundTripTest {
    @TempDir Path folder;

    @Test
    void everyColumnComesBackAsItWasAlsoWhenMissing() throws IOException {
        AcceptedRows rows = rowsWithEverythingAndNothing();

        try (H2Store store = H2Store.open(folder)) {
            store(store, rows);
            assertThat(read(store, TimeRange.ALL)).isEqualTo(Runs.describe(rows));
        }
        try (H2Store store = H2Store.open(folder)) {
            assertThat(read(store, TimeRange.ALL)).isEqualTo(Runs.describe(rows));
        }
    }

    @Test
    void rowsOfTwoDaysInOneBatchGoToTheirDays() throws IOException {
        AcceptedRows rows = Runs.batch(Runs.DAY2 - 2 * Times.SECOND, 5, 1);

        try (H2Store store = H2Store.open(folder)) {
            store(store, rows);

            assertThat(store.days())
                    .containsExactly(
                            new Store.StoredDay(day("2026-01-31"), 2),
                            new Store.StoredDay(day("2026-02-01"), 3));
            assertThat(count(store, "kpi.kpi_reports_20260131")).isEqualTo(2);
            assertThat(count(store, "kpi.kpi_reports_20260201")).isEqualTo(3);
            assertThat(read(store, TimeRange.ALL)).isEqualTo(Runs.describe(rows));
            assertThat(
                            read(
                                    store,
                                    new TimeRange(
                                            Runs.DAY2 - Times.SECOND, Runs.DAY2 + Times.SECOND)))
                    .isEqualTo(Runs.describe(rows).subList(1, 3));
        }
    }

    @Test
    void aSecondImportOfADayAddsASegmentAndShowsBoth() throws IOException {
        AcceptedRows first = Runs.batch(Runs.DAY1, 4, 1);
        AcceptedRows second = Runs.batch(Runs.DAY1 + Times.HOUR, 3, 100);

        try (H2Store store = H2Store.open(folder)) {
            store(store, first);
            store(store, second);

            assertThat(store.days()).containsExactly(new Store.StoredDay(day("2026-01-31"), 7));
            assertThat(count(store, "kpi.kpi_reports_20260131_2")).isEqualTo(3);
            assertThat(count(store, "kpi_reports")).isEqualTo(7);
            assertThat(
                            store.query(
                                            "SELECT import_id, COUNT(*) FROM kpi.kpi_reports GROUP"
                                                    + " BY import_id ORDER BY import_id",
                                            10,
                                            JobContext.NONE)
                                    .rows())
                    .containsExactly(List.of(1L, 4L), List.of(2L, 3L));
            List<String> both = new ArrayList<>(Runs.describe(first));
            both.addAll(Runs.describe(second));
            assertThat(read(store, TimeRange.ALL)).isEqualTo(both);
        }
    }

    @Test
    void keysTellWhichRowsAreThere() throws IOException {
        try (H2Store store = H2Store.open(folder)) {
            store(store, Runs.batch(Runs.DAY2 - 2 * Times.SECOND, 3, 7));

            List<List<Long>> keys = new ArrayList<>();
            store.keys(
                    day -> day == day("2026-01-31"),
                    (at, hi, lo, hash) -> keys.add(List.of(at, hi, lo, hash)));

            assertThat(keys)
                    .containsExactly(
                            List.of(Runs.DAY2 - 2 * Times.SECOND, 0x4000L, 7L, 7L),
                            List.of(Runs.DAY2 - Times.SECOND, 0x4000L, 8L, 8L));
        }
    }

    @Test
    void rowsTakenBackAreNotThere() throws IOException {
        AcceptedRows rows = Runs.batch(Runs.DAY1, 4, 1);
        try (H2Store store = H2Store.open(folder)) {
            try (StagedImport staged = store.begin(Runs.header())) {
                staged.rows(rows);
                staged.retract(List.of(new long[] {Runs.DAY1 + Times.SECOND, 0x4000, 2}));
                staged.commit(Runs.outcome(3));
                staged.index(JobContext.NONE);
            }

            assertThat(store.days()).containsExactly(new Store.StoredDay(day("2026-01-31"), 3));
            List<String> left = new ArrayList<>(Runs.describe(rows));
            left.remove(1);
            assertThat(read(store, TimeRange.ALL)).isEqualTo(left);
        }
    }

    @Test
    void anImportClosedWithoutCommitLeavesNothing() throws IOException {
        try (H2Store store = H2Store.open(folder)) {
            store(store, Runs.batch(Runs.DAY1, 2, 1));
            List<String> before = read(store, TimeRange.ALL);
            try (StagedImport staged = store.begin(Runs.header())) {
                staged.rows(Runs.batch(Runs.DAY1, 2, 50));
                staged.entities(entities("a"));
                staged.quarantine(List.of(rejected(9, "bad")));
            }

            assertThat(read(store, TimeRange.ALL)).isEqualTo(before);
            assertThat(store.info().rows()).containsEntry(EntityKind.TASK, 0L);
            assertThat(store.info().quarantined()).isZero();
            assertThat(count(store, "kpi_aggregations")).isZero();
            store(store, Runs.batch(Runs.DAY1, 2, 70));
            assertThat(count(store, "kpi_reports_20260131_2")).isEqualTo(2);
        }
    }

    @Test
    void entitiesComeBackAndTheLatestSayingCounts() throws IOException {
        try (H2Store store = H2Store.open(folder)) {
            storeEntities(store, entities("first"));
            try (StagedImport staged = store.begin(Runs.header())) {
                staged.entities(entities("between"));
                staged.entities(entities("second"));
                staged.commit(Runs.outcome(0));
            }
            storeEntities(store, entities("second"));

            List<EntityBatch> read = new ArrayList<>();
            store.readEntities(read::add);
            EntityBatch expected = entities("second");
            assertThat(read.stream().flatMap(b -> b.tasks().stream()))
                    .containsExactlyInAnyOrderElementsOf(expected.tasks());
            assertThat(read.stream().flatMap(b -> b.results().stream()))
                    .containsExactlyInAnyOrderElementsOf(expected.results());
            assertThat(read.stream().flatMap(b -> b.agents().stream()))
                    .containsExactlyElementsOf(expected.agents());
            assertThat(read.stream().flatMap(b -> b.health().stream()))
                    .containsExactlyElementsOf(expected.health());
            // The third import said nothing new, and the health record nothing new from the first
            // on.
            assertThat(number(store, "SELECT MAX(import_id) FROM tasks")).isEqualTo(2);
            assertThat(number(store, "SELECT MAX(import_id) FROM system_health")).isEqualTo(1);
        }
    }

    @Test
    void aRowAlreadyInQuarantineIsNotStoredTwiceButCounted() throws IOException {
        try (H2Store store = H2Store.open(folder)) {
            for (int i = 0; i < 2; i++) {
                try (StagedImport staged = store.begin(Runs.header())) {
                    staged.quarantine(List.of(rejected(3, "{bad"), rejected(4, "{worse" + i)));
                    staged.commit(
                            new ImportOutcome(
                                    2,
                                    0,
                                    2,
                                    0,
                                    Map.of("latency-range", 2L, "metadata-missing", 5L),
                                    Map.of(),
                                    Map.of()));
                }
            }

            assertThat(store.info().quarantined()).isEqualTo(3);
            assertThat(number(store, "SELECT COUNT(*) FROM quarantine_violations")).isEqualTo(6);
            assertThat(store.ruleCounts())
                    .containsExactly(
                            new Store.RuleCount("latency-range", "error", 4),
                            new Store.RuleCount("metadata-missing", "warning", 10));
            assertThat(
                            store.query(
                                            "SELECT q.line, q.byte_offset, q.raw, v.rule_id, v.found"
                                                    + " FROM quarantine q JOIN quarantine_violations v"
                                                    + " USING (quarantine_id) WHERE line = 3 AND"
                                                    + " position = 0",
                                            10,
                                            JobContext.NONE)
                                    .rows())
                    .containsExactly(List.of(3L, 30L, "{bad", "latency-range", "-1"));
        }
    }

    @Test
    void aggregatesReplaceThoseOfTheirDays() throws IOException {
        try (H2Store store = H2Store.open(folder)) {
            for (int count : new int[] {5, 9}) {
                try (StagedImport staged = store.begin(Runs.header())) {
                    staged.commit(Runs.outcome(0));
                    staged.aggregates(
                            List.of(Runs.window(Runs.DAY1, count)), new long[] {day("2026-01-31")});
                }
            }

            assertThat(
                            store.query(
                                            "SELECT task_count, window_seconds, success_basis,"
                                                    + " latency_stddev, p95_latency_ms,"
                                                    + " time_window_start FROM kpi_aggregations",
                                            10,
                                            JobContext.NONE)
                                    .rows())
                    .containsExactly(
                            Arrays.asList(
                                    9L,
                                    60L,
                                    "accuracy",
                                    null,
                                    95.5,
                                    "2026-01-31T00:00:00.000000Z"));
        }
    }

    @Test
    void aggregatesOfOtherDaysStayAndADayCanLoseAllOfThem() throws IOException {
        try (H2Store store = H2Store.open(folder)) {
            storeWindows(
                    store,
                    List.of(Runs.window(Runs.DAY1, 5), Runs.window(Runs.DAY2, 6)),
                    "2026-01-31",
                    "2026-02-01");
            storeWindows(store, List.of(Runs.window(Runs.DAY2, 7)), "2026-02-01");
            assertThat(taskCounts(store)).containsExactly(List.of(5L), List.of(7L));

            storeWindows(store, List.of(), "2026-01-31");

            assertThat(taskCounts(store)).containsExactly(List.of(7L));
        }
        try (H2Store store = H2Store.open(folder)) {
            assertThat(taskCounts(store)).containsExactly(List.of(7L));
        }
    }

    @Test
    void aggregatesBeforeTheCommitAreRefused() throws IOException {
        long[] day = {day("2026-01-31")};
        List<AgentWindow> windows = List.of(Runs.window(Runs.DAY1, 5));
        try (H2Store store = H2Store.open(folder)) {
            try (StagedImport staged = store.begin(Runs.header())) {
                assertThatThrownBy(() -> staged.aggregates(windows, day))
                        .isInstanceOf(IllegalStateException.class);
            }
            assertThat(count(store, "kpi_aggregations")).isZero();
        }
    }

    @Test
    void rowsTakeBackTheAggregatesOfTheirDaysAndResultsThoseOfAll() throws IOException {
        long first = day("2026-01-31");
        long second = day("2026-02-01");
        try (H2Store store = H2Store.open(folder)) {
            try (StagedImport staged = store.begin(Runs.header())) {
                staged.rows(Runs.batch(Runs.DAY2 - 2 * Times.SECOND, 4, 1));
                staged.commit(Runs.outcome(4));
                assertThat(staged.daysToAggregate()).containsExactly(first, second);
                staged.aggregates(
                        List.of(Runs.window(Runs.DAY1, 5), Runs.window(Runs.DAY2, 6)),
                        staged.daysToAggregate());
                assertThat(staged.daysToAggregate()).isEmpty();
            }
            assertThat(taskCounts(store)).containsExactly(List.of(5L), List.of(6L));

            store(store, Runs.batch(Runs.DAY2, 2, 50));

            assertThat(taskCounts(store)).containsExactly(List.of(5L));
            assertThat(store.daysToAggregate()).containsExactly(second);
            store.aggregates(
                    List.of(Runs.window(Runs.DAY2, 8)), new long[] {second}, JobContext.NONE);
            assertThat(taskCounts(store)).containsExactly(List.of(5L), List.of(8L));

            storeEntities(store, entities("results"));

            assertThat(taskCounts(store)).isEmpty();
            assertThat(store.daysToAggregate()).containsExactly(first, second);
        }
    }

    private static String newestMigration() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migration"))) {
            return files.map(file -> file.getFileName().toString())
                    .map(name -> name.substring(1, name.indexOf("__")))
                    .max(Comparator.comparingInt(Integer::parseInt))
                    .orElseThrow();
        }
    }

    private static void storeWindows(H2Store store, List<AgentWindow> windows, String... days)
            throws IOException {
        try (StagedImport staged = store.begin(Runs.header())) {
            staged.commit(Runs.outcome(0));
            staged.aggregates(
                    windows, Arrays.stream(days).mapToLong(H2StoreRoundTripTest::day).toArray());
        }
    }

    private static List<List<@Nullable Object>> taskCounts(H2Store store) throws IOException {
        return store.query(
                        "SELECT task_count FROM kpi_aggregations ORDER BY time_window_start",
                        10,
                        JobContext.NONE)
                .rows();
    }

    @Test
    void infoTellsWhatWasImported() throws IOException {
        try (H2Store store = H2Store.open(folder)) {
            try (StagedImport staged = store.begin(Runs.header())) {
                staged.rows(Runs.batch(Runs.DAY1, 3, 1));
                staged.entities(entities("x"));
                staged.commit(new ImportOutcome(9, 3, 4, 2, Map.of(), Map.of(), Map.of()));
            }

            StoreInfo info = store.info();
            assertThat(info.schemaVersion()).isEqualTo(newestMigration());
            assertThat(info.sizeBytes()).isPositive();
            assertThat(info.rows())
                    .containsEntry(EntityKind.KPI_REPORT, 3L)
                    .containsEntry(EntityKind.TASK, 2L)
                    .containsEntry(EntityKind.EXECUTION_RESULT, 2L)
                    .containsEntry(EntityKind.AGENT, 1L)
                    .containsEntry(EntityKind.SYSTEM_HEALTH, 1L);
            assertThat(info.imports())
                    .containsExactly(
                            new StoreInfo.ImportEntry(1, Runs.DAY1, List.of(Runs.FILE), 3, 4, 2));
        }
    }

    private static AcceptedRows rowsWithEverythingAndNothing() {
        KpiBatchBuilder to = new KpiBatchBuilder(Runs.FILE, null, 0, 3);
        for (int i = 0; i < 3; i++) {
            int row = to.addRow();
            to.recordedAt[row] = Runs.DAY1 + 123_456 + i;
            to.taskHi[row] = -1L - i;
            to.taskLo[row] = Long.MIN_VALUE + i;
            to.agent[row] = to.agentCode(Runs.AGENT);
            to.flags[row] = KpiBatch.HAS_TASK | KpiBatch.HAS_AGENT;
            to.lineIndex[row] = 10 * i;
            to.offset[row] = 1L << 40;
            to.contentHash[row] = Long.MAX_VALUE - i;
        }
        to.latencyMs[0] = 0.1 + 0.2;
        to.accuracy[0] = 1;
        to.cpuUsage[0] = 1.0 / 3;
        to.memoryMb[0] = 999_999.9999;
        to.networkBytes[0] = Long.MAX_VALUE;
        to.gpu[0] = 0.75;
        to.priority[0] = 100;
        to.host[0] = to.hostCode("höst-1");
        to.type[0] = to.typeCode("language");
        to.layer[0] = to.layerCode("layer3");
        to.flags[0] |= KpiBatch.CONTEXT_OBJECT | KpiBatch.CONTEXT_RESOURCES;
        byte[] context = "{ \"hostname\" : \"höst-1\",\"n\":1e0 }".getBytes(UTF_8);
        to.context(0, context, 0, context.length);
        byte[] custom =
                "{\"tokens\": 12, \"nested\": {\"a\": 1}, \"rate\": 1.5e-3}".getBytes(UTF_8);
        to.customText(0, custom, 0, custom.length);
        to.custom("tokens", 0, 12);
        to.custom("rate", 0, 0.0015);
        // As a table gives it: columns without a JSON text.
        to.custom("rate", 1, 0.1 + 0.7);
        KpiBatch batch = to.build();
        batch.firstLine(5_000_000_000L);
        return new AcceptedRows(
                batch,
                new int[] {0, 1, 2},
                new RunMetadata[] {
                    new RunMetadata("layer3", "language", 100, false),
                    new RunMetadata("layer9", "vision", 25, false),
                    new RunMetadata(RunMetadata.UNKNOWN, RunMetadata.UNKNOWN, 50, true)
                });
    }

    private static EntityBatch entities(String word) {
        return new EntityBatch(
                List.of(
                        new Task(
                                Runs.task(1),
                                75,
                                "{\"word\":\"" + word + "\"}",
                                Runs.DAY1,
                                Runs.DAY2,
                                new ResourceQuota(2, 1024, 30, Double.NaN),
                                "layer2",
                                "vision",
                                Map.of("k", word)),
                        new Task(
                                Runs.task(2),
                                1,
                                null,
                                Times.MISSING,
                                Times.MISSING,
                                null,
                                null,
                                null,
                                Map.of())),
                List.of(
                        new ExecutionResult(
                                Runs.task(1),
                                true,
                                "[1,2]",
                                12.5,
                                new ResourceUsage(1, 2, 3, 4, 5, 0.5),
                                null,
                                Runs.DAY1),
                        new ExecutionResult(
                                Runs.task(2), false, null, Double.NaN, null, word, Times.MISSING)),
                List.of(
                        new Agent(
                                Runs.AGENT, "vision", word, List.of("b", "a"), "{\"runs\":3}", -1)),
                List.of(new SystemHealth(Runs.DAY1, "ok", 12, Double.NaN, null)));
    }

    private static RejectedRow rejected(long line, String raw) {
        return new RejectedRow(
                new RowOrigin(Runs.FILE, line, 10 * line),
                raw,
                List.of(
                        new RuleViolation(
                                "latency-range", RuleSeverity.ERROR, "latency_ms", "-1", "no"),
                        new RuleViolation(
                                "cpu-range", RuleSeverity.ERROR, "cpu_usage", null, "no")));
    }

    private static void store(H2Store store, AcceptedRows rows) throws IOException {
        try (StagedImport staged = store.begin(Runs.header())) {
            staged.rows(rows);
            staged.commit(Runs.outcome(rows.size()));
            staged.index(JobContext.NONE);
        }
    }

    private static void storeEntities(H2Store store, EntityBatch batch) throws IOException {
        try (StagedImport staged = store.begin(Runs.header())) {
            staged.entities(batch);
            staged.commit(Runs.outcome(0));
        }
    }

    private static List<String> read(H2Store store, TimeRange range) throws IOException {
        List<String> lines = new ArrayList<>();
        store.read(range, rows -> lines.addAll(Runs.describe(rows)), JobContext.NONE);
        return lines;
    }

    private static long count(H2Store store, String table) throws IOException {
        return number(store, "SELECT COUNT(*) FROM " + table);
    }

    private static long number(H2Store store, String sql) throws IOException {
        Object cell = store.query(sql, 1, JobContext.NONE).rows().getFirst().getFirst();
        return cell == null ? Long.MIN_VALUE : (Long) cell;
    }

    private static long day(String date) {
        return LocalDate.parse(date).toEpochDay();
    }
}
