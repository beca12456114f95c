package org.fleetscope.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.Profile;
import org.fleetscope.model.RejectedRow;
import org.fleetscope.model.Rule;
import org.fleetscope.model.RuleLevel;
import org.fleetscope.model.RuleSettings;
import org.fleetscope.model.Scope;
import org.fleetscope.series.FlagSummary;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Flags of rows that are kept, from files through the store and back. */
class FlagsTest {
    private static final String METADATA =
            ",\"source_layer\":\"l1\",\"target_agent_type\":\"coder\",\"priority\":50";

    @TempDir private Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() throws IOException {
        workspace = LocalWorkspace.open(folder.resolve("workspace"));
    }

    @AfterEach
    void close() throws IOException {
        workspace.close();
    }

    private void reopen() throws IOException {
        workspace.close();
        workspace = LocalWorkspace.open(folder.resolve("workspace"));
    }

    private static String id(int number) {
        return "00000000-0000-4000-8000-%012d".formatted(number);
    }

    private static String agentId(int number) {
        return "00000000-0000-4000-9000-%012d".formatted(number);
    }

    private static String run(int task, String at, double latency, String metadata) {
        return """
        {"task_id":"%s","agent_id":"%s","latency_ms":%s,"accuracy":0.9,"cpu_usage":0.5,"memory_mb":256,\
        "network_bytes":1000,"recorded_at":"%s","execution_context":{"hostname":"h","cpu_cores":4}%s}\
        """
                .formatted(id(task), agentId(1), latency, at, metadata);
    }

    private static String task(int number, String rest) {
        return "{\"id\":\"%s\",\"payload\":{},\"created_at\":\"2026-03-01T09:00:00Z\"%s}"
                .formatted(id(number), rest);
    }

    private static String result(int task, String rest) {
        return "{\"task_id\":\"%s\",\"success\":true,\"completed_at\":\"2026-03-01T10:00:00Z\"%s}"
                .formatted(id(task), rest);
    }

    private Path file(String name, String... rows) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\n", rows) + "\n");
    }

    private ImportSummary imports(String... rows) throws IOException {
        return imports(ImportOptions.DEFAULTS, rows);
    }

    private ImportSummary imports(ImportOptions options, String... rows) throws IOException {
        ImportSummary summary =
                workspace.importFiles(
                        List.of(file("f" + System.nanoTime() + ".ndjson", rows)),
                        options,
                        ImportListener.NONE,
                        JobContext.NONE);
        assertThat(summary.accepted() + summary.rejected() + summary.skippedExisting())
                .isEqualTo(summary.rowsRead());
        return summary;
    }

    private List<List<@Nullable Object>> sql(String sql) throws IOException {
        return workspace.query(sql, 100, JobContext.NONE).rows();
    }

    private Map<String, Long> flags() {
        FlagSummary summary =
                workspace
                        .view(Scope.ALL, AnalysisSettings.DEFAULTS, JobContext.NONE)
                        .flags(10, JobContext.NONE);
        return summary.rules().stream()
                .collect(Collectors.toMap(rule -> rule.rule().id(), FlagSummary.OfRule::count));
    }

    @Test
    void rowsWithAWarningAreKeptCountedStoredAndShown() throws IOException {
        ImportSummary summary =
                imports(
                        task(1, ",\"deadline\":\"2026-03-01T09:59:59Z\""),
                        task(2, ",\"resource_quota\":{\"max_memory_mb\":255}"),
                        run(1, "2026-03-01T10:00:00Z", 100, METADATA),
                        run(2, "2026-03-01T10:00:01Z", 100, METADATA),
                        run(3, "2026-03-01T10:00:02Z", 100, METADATA));

        assertThat(summary.accepted()).isEqualTo(5);
        assertThat(summary.rejected()).isZero();
        assertThat(summary.rules())
                .containsOnly(
                        Map.entry("deadline-met", 1L),
                        Map.entry("quota-memory", 1L),
                        Map.entry("task-reference", 1L));
        assertThat(
                        sql(
                                "SELECT rule_id, task_id, line, field, found, entity, import_id, lifted_by FROM kpi.flags"
                                        + " ORDER BY flag_id"))
                .extracting(List::toString)
                .containsExactly(
                        "[deadline-met, %s, 3, recorded_at, 2026-03-01T10:00:00.000000Z, KpiReport, 1, null]"
                                .formatted(id(1)),
                        "[quota-memory, %s, 4, memory_mb, 256, KpiReport, 1, null]"
                                .formatted(id(2)),
                        "[task-reference, %s, 5, task_id, %s, KpiReport, 1, null]"
                                .formatted(id(3), id(3)));
        assertThat(
                        sql(
                                "SELECT rule_id, severity, broken_rows FROM kpi.import_rules ORDER BY rule_id"))
                .containsExactly(
                        List.of("deadline-met", "warning", 1L),
                        List.of("quota-memory", "warning", 1L),
                        List.of("task-reference", "warning", 1L));
        assertThat(flags()).isEqualTo(summary.rules());
        reopen();
        assertThat(flags()).isEqualTo(summary.rules());
        assertThat(workspace.quality().examples(Rule.QUOTA_MEMORY, 10))
                .singleElement()
                .satisfies(flag -> {
                    assertThat(flag.taskId()).hasToString(id(2));
                    assertThat(flag.agentId()).hasToString(agentId(1));
                    assertThat(flag.origin().line()).isEqualTo(4);
                    assertThat(flag.violation().message())
                            .isEqualTo(
                                    "memory used is 256 MB, expected at most max_memory_mb, 255 MB");
                });
    }

    @Test
    void aSummaryTellsSharesTrendAndExamplesWithinTheScope() throws IOException {
        imports(
                task(1, ",\"deadline\":\"2026-03-01T09:59:59Z\""),
                run(1, "2026-03-01T10:00:00Z", 100, METADATA),
                run(2, "2026-03-01T10:00:01Z", 100, METADATA),
                run(3, "2026-03-01T10:00:09Z", 100, METADATA));
        FlagSummary summary =
                workspace
                        .view(Scope.ALL, AnalysisSettings.DEFAULTS, JobContext.NONE)
                        .flags(10, JobContext.NONE);

        assertThat(summary.runs()).isEqualTo(3);
        assertThat(summary.flaggedRuns()).isEqualTo(3);
        FlagSummary.OfRule reference = summary.rules().getFirst();
        assertThat(reference.rule()).isEqualTo(Rule.TASK_REFERENCE);
        assertThat(summary.share(reference)).isEqualTo(2.0 / 3);
        assertThat(reference.perBucket()).containsExactly(0, 1, 0, 0, 0, 0, 0, 0, 0, 1);
        assertThat(summary.runsPerBucket()).containsExactly(1, 1, 0, 0, 0, 0, 0, 0, 0, 1);
        assertThat(reference.firstRuns()).containsExactly(1, 2);
        FlagSummary part =
                workspace
                        .view(
                                Scope.ALL.withTime(
                                        new org.fleetscope.model.TimeRange(
                                                micros("2026-03-01T10:00:01Z"),
                                                micros("2026-03-01T10:00:02Z"))),
                                AnalysisSettings.DEFAULTS,
                                JobContext.NONE)
                        .flags(10, JobContext.NONE);
        assertThat(part.runs()).isEqualTo(1);
        assertThat(part.rules()).hasSize(1);
    }

    private static long micros(String iso) {
        return org.fleetscope.model.Times.ofInstant(java.time.Instant.parse(iso));
    }

    @Test
    void dataThatComesLaterRaisesAndLiftsFlagsOfStoredRows() throws IOException {
        imports(
                task(9, ""),
                run(1, "2026-03-01T10:00:00Z", 100, METADATA),
                run(2, "2026-03-01T10:00:01Z", 100, METADATA));
        assertThat(flags()).isEqualTo(Map.of("task-reference", 2L));

        ImportSummary later =
                imports(task(1, ",\"deadline\":\"2026-03-01T09:59:59Z\""), result(2, ""));
        assertThat(later.rules()).isEmpty();
        Map<String, Long> expected =
                Map.of("task-reference", 1L, "deadline-met", 1L, "recorded-before-completed", 1L);
        assertThat(flags()).isEqualTo(expected);
        assertThat(
                        sql(
                                "SELECT rule_id, task_id, import_id, lifted_by FROM kpi.flags ORDER BY flag_id"))
                .extracting(List::toString)
                .containsExactly(
                        "[task-reference, %s, 1, 2]".formatted(id(1)),
                        "[task-reference, %s, 1, null]".formatted(id(2)),
                        "[deadline-met, %s, 2, null]".formatted(id(1)),
                        "[recorded-before-completed, %s, 2, null]".formatted(id(2)));
        reopen();
        assertThat(flags()).isEqualTo(expected);
        // The task is corrected: its deadline was met.
        imports(task(1, ",\"deadline\":\"2026-03-01T10:00:00Z\""));
        assertThat(flags())
                .isEqualTo(Map.of("task-reference", 1L, "recorded-before-completed", 1L));
        reopen();
        assertThat(flags())
                .isEqualTo(Map.of("task-reference", 1L, "recorded-before-completed", 1L));
    }

    @Test
    void theFirstTasksAndAgentsHoldForAllStoredRuns() throws IOException {
        imports(run(1, "2026-03-01T10:00:00Z", 100, METADATA));
        assertThat(flags()).isEmpty();
        imports(
                task(2, ""),
                "{\"id\":\"%s\",\"agent_type\":\"coder\",\"capabilities\":[]}"
                        .formatted(agentId(2)));
        assertThat(flags()).isEqualTo(Map.of("task-reference", 1L, "agent-reference", 1L));
    }

    @Test
    void aSecondReportOfATaskFlagsTheStoredOneToo() throws IOException {
        imports(run(1, "2026-03-01T10:00:00Z", 100, METADATA));
        ImportSummary second = imports(run(1, "2026-03-02T10:00:00Z", 100, METADATA));

        assertThat(second.rules()).isEqualTo(Map.of("one-kpi-per-task", 1L));
        assertThat(flags()).isEqualTo(Map.of("one-kpi-per-task", 2L));
        reopen();
        assertThat(flags()).isEqualTo(Map.of("one-kpi-per-task", 2L));
        // The same again changes nothing.
        assertThat(imports(run(1, "2026-03-02T10:00:00Z", 100, METADATA)).rules()).isEmpty();
        assertThat(sql("SELECT COUNT(*) FROM kpi.flags")).containsExactly(List.of(2L));
    }

    @Test
    void errorDetailsThatAreNoJsonAreNotedUntilTheResultIsCorrected() throws IOException {
        ImportSummary summary =
                imports(
                        result(1, ",\"error\":\"timeout\""),
                        result(2, ",\"error\":\"{\\\"code\\\":7}\""),
                        result(3, ",\"error\":null"),
                        result(4, ",\"error\":{\"code\":7}"));
        assertThat(summary.accepted()).isEqualTo(4);
        assertThat(summary.rules()).isEqualTo(Map.of("error-details", 1L));
        assertThat(sql("SELECT entity, rule_id, task_id, line, found, lifted_by FROM kpi.flags"))
                .extracting(List::toString)
                .containsExactly(
                        "[ExecutionResult, error-details, %s, 1, \"timeout\", null]"
                                .formatted(id(1)));
        // The same again is skipped, and notes nothing twice.
        assertThat(imports(result(1, ",\"error\":\"timeout\"")).rules()).isEmpty();
        imports(result(1, ",\"error\":\"{}\""));
        assertThat(sql("SELECT lifted_by FROM kpi.flags")).containsExactly(List.of(3L));
    }

    @Test
    void aRowRuleSetToWarnKeepsAndFlags() throws IOException {
        RuleSettings settings =
                RuleSettings.DEFAULTS
                        .with(Rule.LATENCY_RANGE, RuleLevel.WARNING)
                        .with(Rule.MEMORY_RANGE, RuleLevel.OFF);
        String good = run(1, "2026-03-01T10:00:00Z", -5, METADATA);
        ImportSummary summary =
                imports(
                        new ImportOptions(Profile.EXPORT, null, settings),
                        good,
                        good,
                        run(2, "2026-03-01T10:00:00Z", 5, METADATA).replace("256", "-1"),
                        run(3, "2026-03-01T10:00:00Z", -5, METADATA),
                        run(3, "2026-03-01T10:00:00Z", -6, METADATA));

        assertThat(summary.accepted()).isEqualTo(2);
        assertThat(summary.skippedExisting()).isEqualTo(1);
        assertThat(summary.rejected()).isEqualTo(2);
        assertThat(summary.rules()).isEqualTo(Map.of("latency-range", 1L, "duplicate-run", 2L));
        assertThat(flags()).isEqualTo(Map.of("latency-range", 1L));
        assertThat(sql("SELECT rule_id, found FROM kpi.flags"))
                .containsExactly(List.of("latency-range", "-5"));
        reopen();
        assertThat(flags()).isEqualTo(Map.of("latency-range", 1L));
    }

    @Test
    void groupsThatChangedAreFlaggedWithTheirImport() throws IOException {
        List<String> first = new ArrayList<>();
        List<String> second = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String time = "2026-03-01T10:%02d:00Z".formatted(i);
            first.add(run(i, time, 100 + i, METADATA));
            second.add(run(100 + i, time.replace("03-01", "03-02"), 300 + i, METADATA));
        }
        imports(first.toArray(String[]::new));
        ImportSummary summary = imports(second.toArray(String[]::new));

        assertThat(summary.rules()).containsEntry("latency-distribution", 60L);
        assertThat(flags()).isEqualTo(summary.rules());
        assertThat(sql("SELECT import_id, rule_id, subject, runs, statistic FROM kpi.group_flags"))
                .containsExactly(List.of(2L, "latency-distribution", "coder", 60L, 1.0));
        reopen();
        assertThat(flags()).isEqualTo(summary.rules());
        assertThat(workspace.quality().groups(Rule.LATENCY_DISTRIBUTION))
                .singleElement()
                .extracting(flag -> flag.message())
                .asString()
                .startsWith("latency of type coder: D = 1.000 and p = ");
    }

    @Test
    void tasksAndAgentsThatComeLaterFillInWhatRunsLack() throws IOException {
        imports(
                run(1, "2026-03-01T10:00:00Z", 100, ""),
                run(2, "2026-03-01T10:00:01Z", 100, ",\"source_layer\":\"own\""),
                run(3, "2026-03-01T10:00:02Z", 100, ""));
        assertThat(flags()).isEqualTo(Map.of("metadata-missing", 3L));
        imports(
                task(
                        1,
                        ",\"source_layer\":\"l2\",\"target_agent_type\":\"planner\",\"priority\":75"),
                task(
                        2,
                        ",\"source_layer\":\"l2\",\"target_agent_type\":\"planner\",\"priority\":\"Low\""));
        List<List<Object>> expected =
                List.of(
                        List.of("l2", "planner", 75L, 0L),
                        List.of("own", "planner", 25L, 0L),
                        List.of("unknown", "unknown", 50L, 65536L));
        assertThat(metadata()).isEqualTo(expected);
        assertThat(types()).containsExactlyInAnyOrder("planner", "unknown");
        assertThat(flags()).isEqualTo(Map.of("metadata-missing", 1L, "task-reference", 1L));

        imports(
                "{\"id\":\"%s\",\"agent_type\":\"late\",\"capabilities\":[]}"
                        .formatted(agentId(1)));
        assertThat(metadata().getLast()).isEqualTo(List.of("unknown", "late", 50L, 65536L));
        // Windows are told peers by type, so the day was aggregated anew.
        assertThat(sql("SELECT COUNT(*) FROM kpi.kpi_aggregations WHERE window_seconds = 86400"))
                .containsExactly(List.of(1L));
        assertThat(types()).containsExactlyInAnyOrder("planner", "late");
        reopen();
        assertThat(types()).containsExactlyInAnyOrder("planner", "late");
        assertThat(flags()).isEqualTo(Map.of("metadata-missing", 1L, "task-reference", 1L));
        // What a row says itself and what a task said stays when its task changes, or changes with
        // it.
        imports(
                task(
                        2,
                        ",\"source_layer\":\"l3\",\"target_agent_type\":\"coder\",\"priority\":100"));
        assertThat(metadata().get(1)).isEqualTo(List.of("own", "coder", 100L, 0L));
    }

    private List<List<@Nullable Object>> metadata() throws IOException {
        return sql(
                "SELECT source_layer, target_agent_type, priority, BITAND(flags, 65536) FROM kpi.kpi_reports"
                        + " ORDER BY recorded_at");
    }

    private List<String> types() {
        return workspace
                .view(Scope.ALL, AnalysisSettings.DEFAULTS, JobContext.NONE)
                .dimensions()
                .types()
                .stream()
                .map(entry -> entry.value())
                .toList();
    }

    @Test
    void tasksBehindTheirRunsInOneFileFillThemToo() throws IOException {
        ImportSummary summary =
                imports(
                        run(1, "2026-03-01T10:00:00Z", 100, ""),
                        task(1, ",\"source_layer\":\"l2\",\"target_agent_type\":\"planner\""));

        assertThat(summary.rules()).isEmpty();
        assertThat(metadata()).containsExactly(List.of("l2", "planner", 50L, 0L));
    }

    @Test
    void validationHoldsAgainstTheWorkspaceAndLeavesItAsItIs() throws IOException {
        List<String> earlier = new ArrayList<>();
        List<String> later = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            String at = "2026-03-01T10:00:%02dZ".formatted(i);
            earlier.add(run(i, at, 100 + i, METADATA));
            later.add(run(50 + i, at, 900 + i, METADATA));
        }
        imports(earlier.toArray(String[]::new));
        // One row that is stored, one that says something else than a stored one.
        later.add(earlier.getFirst());
        later.add(run(1, "2026-03-01T10:00:01Z", 5, METADATA));
        Path file = file("later.ndjson", later.toArray(String[]::new));
        long version = workspace.dataVersion();
        WorkspaceInfo before = workspace.info();
        List<RejectedRow> told = new ArrayList<>();
        ImportSummary summary =
                workspace.validate(
                        List.of(file), ImportOptions.DEFAULTS, told::add, JobContext.NONE);

        assertThat(summary.accepted()).isEqualTo(30);
        assertThat(summary.skippedExisting()).isEqualTo(1);
        assertThat(summary.rejected()).isEqualTo(1);
        assertThat(summary.rules())
                .containsEntry("latency-distribution", 30L)
                .containsEntry("duplicate-run", 1L);
        assertThat(told.stream().mapToLong(row -> row.violations().size()).sum())
                .isEqualTo(summary.rules().values().stream().mapToLong(n -> n).sum());
        assertThat(workspace.info().rows()).isEqualTo(before.rows());
        assertThat(workspace.info().imports()).isEqualTo(before.imports());
        assertThat(workspace.dataVersion()).isEqualTo(version);
        try (Workspace alone = LocalWorkspace.open(null)) {
            assertThat(
                            alone.validate(
                                            List.of(file),
                                            ImportOptions.DEFAULTS,
                                            RejectListener.NONE,
                                            JobContext.NONE)
                                    .rules())
                    .doesNotContainKeys("latency-distribution", "duplicate-run");
        }
    }

    @Test
    void validationTellsOfEveryRowAndRuleItCounts() throws IOException {
        Path runs =
                file(
                        "a.ndjson",
                        run(1, "2026-03-01T10:00:00Z", 100, ""),
                        run(1, "2026-03-01T10:00:05Z", 100, METADATA),
                        run(2, "2026-03-01T10:00:01Z", -1, METADATA),
                        run(3, "2026-03-01T10:00:02Z", 100, METADATA),
                        run(3, "2026-03-01T10:00:02Z", 101, METADATA),
                        run(4, "2026-03-01T10:00:03Z", 100, METADATA),
                        "{");
        Path others =
                file(
                        "b.ndjson",
                        task(4, ",\"resource_quota\":{\"max_memory_mb\":1}"),
                        result(9, ",\"error\":\"oops\""));
        List<RejectedRow> told = new ArrayList<>();
        ImportSummary summary =
                workspace.validate(
                        List.of(runs, others), ImportOptions.DEFAULTS, told::add, JobContext.NONE);

        assertThat(summary.rules())
                .containsOnly(
                        Map.entry("metadata-missing", 1L),
                        Map.entry("one-kpi-per-task", 2L),
                        Map.entry("latency-range", 1L),
                        Map.entry("duplicate-run", 2L),
                        Map.entry("malformed-row", 1L),
                        Map.entry("task-reference", 2L),
                        Map.entry("quota-memory", 1L),
                        Map.entry("error-details", 1L));
        Map<String, Long> lines =
                told.stream()
                        .flatMap(row -> row.violations().stream())
                        .collect(
                                Collectors.groupingBy(
                                        violation -> violation.ruleId(), Collectors.counting()));
        assertThat(lines).isEqualTo(summary.rules());
        RejectedRow first =
                told.stream().filter(row -> row.violations().size() == 3).findFirst().orElseThrow();
        assertThat(first.origin().line()).isEqualTo(1);
        assertThat(first.raw()).isEqualTo(run(1, "2026-03-01T10:00:00Z", 100, ""));
        assertThat(first.violations().stream().map(violation -> violation.ruleId()))
                .containsExactly("metadata-missing", "task-reference", "one-kpi-per-task");
        assertThat(first.violations().getFirst().message())
                .isEqualTo(
                        "source_layer, target_agent_type, priority: neither in the row nor known from its task or"
                                + " agent; unknown, unknown, 50 stand in");
    }
}
