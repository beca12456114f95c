package org.fleetscope.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fleetscope.workspace.Rejects.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.BulkFix;
import org.fleetscope.model.BulkFix.Operation;
import org.fleetscope.model.QuarantineFilter;
import org.fleetscope.model.Scope;
import org.fleetscope.series.DimensionValues;
import org.fleetscope.series.FlagSummary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Repaired rows under the rules that look beyond a row, and what undoing takes back of that. */
class RepairFlagsTest {
    private static final String FLAGS =
            "SELECT rule_id, line FROM kpi.flags WHERE lifted_by IS NULL ORDER BY line, rule_id";
    private static final String METADATA =
            "SELECT line, source_layer, target_agent_type, priority, BITAND(flags, 65536) FROM"
                    + " kpi.kpi_reports ORDER BY line";

    @TempDir private Path folder;
    private Rejects rejects;

    @BeforeEach
    void open() throws IOException {
        rejects = new Rejects(folder);
    }

    @AfterEach
    void close() throws IOException {
        rejects.close();
    }

    /** A task that is done too late by runs after 10:00:15. */
    private static String task(int id) {
        return "{\"id\":\"00000000-0000-4000-8000-%012d\",\"payload\":{},".formatted(id)
                + "\"created_at\":\"2026-03-01T09:00:00Z\",\"deadline\":\"2026-03-01T10:00:15Z\","
                + "\"source_layer\":\"planner\",\"target_agent_type\":\"vision\",\"priority\":75}";
    }

    private static String bare(String run) {
        return run.substring(0, run.indexOf(",\"source_layer\"")) + "}";
    }

    @Test
    void aRepairedRunIsHeldAgainstItsTaskAndUndoingLeavesNoFlag() throws IOException {
        String late = run(2, "2026-03-01T10:00:20Z", "-5", "0.5");
        rejects.imports(
                "a.ndjson", run(1, "2026-03-01T10:00:10Z", "100", "0.5"), late, task(1), task(2));
        assertThat(rejects.sql(FLAGS)).isEmpty();
        List<Object> before = rejects.everything();

        readmit(late.replace("-5", "5"));

        assertThat(rejects.sql(FLAGS)).containsExactly(List.of("deadline-met", 2L));
        assertFlagsAre(Map.of("deadline-met", 1L));
        rejects.reopen();
        assertFlagsAre(Map.of("deadline-met", 1L));
        List<Object> repaired = rejects.everything();
        rejects.quarantine().undo(JobContext.NONE);
        assertThat(rejects.everything()).isEqualTo(before);
        assertFlagsAre(Map.of());
        rejects.quarantine().redo(JobContext.NONE);
        assertThat(rejects.everything()).isEqualTo(repaired);
    }

    @Test
    void aRepairedTaskGivesStoredRunsTheirMetadataAndJudgesThemAgain() throws IOException {
        String broken = task(2).replace("00000000-0000-4000-8000-000000000002", "two");
        rejects.imports(
                "a.ndjson",
                bare(run(1, "2026-03-01T10:00:10Z", "100", "0.5")),
                bare(run(2, "2026-03-01T10:00:20Z", "100", "0.5")),
                task(1),
                broken);
        assertThat(rejects.sql(FLAGS)).containsExactly(List.of("task-reference", 2L));
        List<Object> before = rejects.everything();

        readmit(task(2));

        assertThat(rejects.sql(METADATA))
                .containsExactly(
                        List.of(1L, "planner", "vision", 75L, 0L),
                        List.of(2L, "planner", "vision", 75L, 0L));
        assertThat(rejects.sql(FLAGS)).containsExactly(List.of("deadline-met", 2L));
        assertFlagsAre(Map.of("deadline-met", 1L));
        assertThat(types()).containsExactly("vision");
        rejects.quarantine().undo(JobContext.NONE);
        assertThat(rejects.everything()).isEqualTo(before);
        assertThat(rejects.sql(METADATA)).contains(List.of(2L, "unknown", "unknown", 50L, 65536L));
        assertFlagsAre(Map.of("task-reference", 1L, "metadata-missing", 1L));
        assertThat(types()).containsExactlyInAnyOrder("unknown", "vision");
    }

    @Test
    void aRunAndItsTaskOfOneRepairKnowEachOther() throws IOException {
        String late = bare(run(2, "2026-03-01T10:00:20Z", "-5", "0.5"));
        String broken = task(2).replace("00000000-0000-4000-8000-000000000002", "two");
        rejects.imports(
                "a.ndjson", run(1, "2026-03-01T10:00:10Z", "100", "0.5"), late, task(1), broken);
        rejects.quarantine()
                .readmit(
                        Map.of(idOf(2), late.replace("-5", "5"), idOf(4), task(2)),
                        JobContext.NONE);

        assertThat(rejects.sql(METADATA)).contains(List.of(2L, "planner", "vision", 75L, 0L));
        assertThat(rejects.sql(FLAGS)).containsExactly(List.of("deadline-met", 2L));
    }

    @Test
    void aSecondRunOfATaskFlagsTheStoredOneToo() throws IOException {
        String again = run(1, "2026-03-01T10:00:20Z", "-5", "0.5");
        rejects.imports("a.ndjson", run(1, "2026-03-01T10:00:10Z", "100", "0.5"), again);
        List<Object> before = rejects.everything();
        readmit(again.replace("-5", "5"));

        assertThat(rejects.sql(FLAGS))
                .containsExactly(List.of("one-kpi-per-task", 1L), List.of("one-kpi-per-task", 2L));
        rejects.quarantine().undo(JobContext.NONE);
        assertThat(rejects.everything()).isEqualTo(before);
        assertFlagsAre(Map.of());
    }

    @Test
    void runsWhoseLatencyDriftedAreFlaggedOneByOne() throws IOException {
        // 30 runs of 100 to 129 ms against 30 of 900 to 929 ms: D is 1.
        rejects.imports("a.ndjson", runs(0, 100, "0.5"));
        rejects.imports("b.ndjson", runs(40, 900, "50"));
        assertThat(rejects.open()).hasSize(30);
        rejects.quarantine()
                .fix(
                        QuarantineFilter.OPEN,
                        new BulkFix(Operation.DIVIDE, "cpu_usage", "100"),
                        JobContext.NONE);

        assertThat(rejects.sql("SELECT rule_id, COUNT(*) FROM kpi.flags GROUP BY rule_id"))
                .contains(List.of("latency-distribution", 30L));
        assertThat(rejects.sql("SELECT * FROM kpi.group_flags")).isEmpty();
        assertThat(flags()).containsEntry("latency-distribution", 30L);
        Map<String, Long> judged = flags();
        rejects.reopen();
        assertFlagsAre(judged);
    }

    @Test
    void theErrorOfARepairedResultIsNoted() throws IOException {
        String result =
                "{\"task_id\":\"one\",\"success\":false,\"error\":\"out of memory\","
                        + "\"completed_at\":\"2026-03-01T10:00:00Z\"}";
        rejects.imports("a.ndjson", run(1, "2026-03-01T10:00:00Z", "100", "0.5"), result);
        List<Object> before = rejects.everything();
        readmit(result.replace("\"one\"", "\"00000000-0000-4000-8000-000000000001\""));

        assertThat(rejects.open()).isEmpty();
        assertThat(rejects.sql(FLAGS)).containsExactly(List.of("error-details", 2L));
        rejects.quarantine().undo(JobContext.NONE);
        assertThat(rejects.everything()).isEqualTo(before);
    }

    private static String[] runs(int first, int latency, String cpu) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            rows.add(
                    run(
                            first + i,
                            "2026-03-01T10:00:%02dZ".formatted(i),
                            Integer.toString(latency + i),
                            cpu));
        }
        return rows.toArray(String[]::new);
    }

    private long idOf(long line) throws IOException {
        return rejects.open().stream()
                .filter(row -> row.origin().line() == line)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private void readmit(String text) throws IOException {
        RepairOutcome outcome =
                rejects.quarantine()
                        .readmit(Map.of(rejects.open().getFirst().id(), text), JobContext.NONE);
        assertThat(outcome.readmitted()).isEqualTo(1);
    }

    private List<String> types() {
        return rejects
                .workspace()
                .view(Scope.ALL, AnalysisSettings.DEFAULTS, JobContext.NONE)
                .dimensions()
                .types()
                .stream()
                .map(DimensionValues.Entry::value)
                .toList();
    }

    private void assertFlagsAre(Map<String, Long> expected) {
        assertThat(flags()).isEqualTo(expected);
    }

    private Map<String, Long> flags() {
        return rejects
                .workspace()
                .view(Scope.ALL, AnalysisSettings.DEFAULTS, JobContext.NONE)
                .flags(1, JobContext.NONE)
                .rules()
                .stream()
                .collect(Collectors.toMap(flag -> flag.rule().id(), FlagSummary.OfRule::count));
    }
}
