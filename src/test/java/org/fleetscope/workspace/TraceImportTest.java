package org.fleetscope.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.EntityKind;
import org.fleetscope.model.Scope;
import org.fleetscope.series.AgentRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Traces and foreign tables through a whole import. */
class TraceImportTest {
    private static final Path TRACES = Path.of("src/test/resources/traces");

    @TempDir Path folder;

    private ImportSummary run(List<Path> files, Path workspace) throws IOException {
        try (Workspace open = LocalWorkspace.open(workspace)) {
            return open.importFiles(
                    files, ImportOptions.DEFAULTS, ImportListener.NONE, JobContext.NONE);
        }
    }

    private static List<String> agents(Path workspace) throws IOException {
        try (Workspace open = LocalWorkspace.open(workspace)) {
            return open
                    .view(Scope.ALL, AnalysisSettings.DEFAULTS, JobContext.NONE)
                    .agents(JobContext.NONE)
                    .stream()
                    .map(AgentRow::name)
                    .sorted()
                    .toList();
        }
    }

    @Test
    void runsWithScoresKeepTheirNamesInTheStore() throws IOException {
        Path workspace = folder.resolve("w");
        ImportSummary summary =
                run(
                        List.of(
                                TRACES.resolve("langfuse-observations.jsonl"),
                                TRACES.resolve("langfuse-scores.jsonl")),
                        workspace);

        assertThat(summary.rowsRead()).isEqualTo(4);
        assertThat(summary.accepted()).isEqualTo(4);
        assertThat(summary.entities()).isEqualTo(Map.of(EntityKind.KPI_REPORT, 4L));
        assertThat(summary.files())
                .extracting(
                        ImportSummary.FileSummary::mapping,
                        ImportSummary.FileSummary::rowsRead,
                        ImportSummary.FileSummary::otherRows)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("Langfuse observations", 4L, 2L),
                        org.assertj.core.groups.Tuple.tuple("Langfuse scores", 0L, 5L));
        assertThat(agents(workspace)).containsExactly("planner", "res-07");
    }

    @Test
    void rulesAreThoseOfEachFilesMapping() throws IOException {
        Path kpi =
                Files.writeString(
                        folder.resolve("kpi.csv"),
                        """
                        task_id,agent_id,latency_ms,recorded_at
                        11111111-2222-4333-8444-555555555555,aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee,12,2026-03-02T08:00:00Z
                        """);
        ImportSummary summary = run(List.of(TRACES.resolve("otlp.json"), kpi), folder.resolve("w"));

        // The spans need no accuracy, memory and so on; the row of the other file does.
        assertThat(summary.accepted()).isEqualTo(2);
        assertThat(summary.rejected()).isEqualTo(1);
        assertThat(summary.rules()).containsEntry("memory-range", 1L);
    }

    @Test
    void aSavedMappingIsFoundByTheColumnsOfAFile() throws IOException {
        Path workspace = folder.resolve("w");
        Path mappings = Files.createDirectories(MappingFolders.of(workspace));
        Files.writeString(
                mappings.resolve("ci.json"),
                """
                {"name":"CI","ids":"name-based","columns":["run","runner","took","at"],"fields":{
                "task_id":{"from":"run"},"agent_id":{"from":"runner"},"latency_ms":{"from":"took","convert":"s->ms"},
                "recorded_at":{"from":"at"},"accuracy":{"absent":true},"cpu_usage":{"absent":true},
                "memory_mb":{"absent":true},"execution_context":{"absent":true}}}
                """);
        Path file =
                Files.writeString(
                        folder.resolve("ci.csv"), "run,runner,took,at\n1,r1,2,1772438400\n");
        ImportSummary summary = run(List.of(file), workspace);

        assertThat(summary.accepted()).isEqualTo(1);
        assertThat(summary.files().getFirst().mapping()).isEqualTo("CI");
        assertThat(agents(workspace)).containsExactly("r1");
    }
}
