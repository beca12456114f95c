package org.fleetscope.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.Scope;
import org.fleetscope.series.TableSink;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Features that need tasks and results, from files to values. */
class OutcomesTest {
    @TempDir Path folder;

    private static String id(int n) {
        return "00000000-0000-4000-8000-00000000000" + n;
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void complexityDeadlinesAndSuccessReachTheFeaturesAlsoAfterOpeningAgain() throws IOException {
        StringBuilder runs = new StringBuilder();
        for (int i = 1; i <= 4; i++) {
            runs.append(
                    """
                    {"task_id":"%s","agent_id":"%s","latency_ms":100,"accuracy":0.9,"cpu_usage":0.5,"memory_mb":100,\
                    "network_bytes":10,"recorded_at":"2026-03-01T10:00:0%dZ","execution_context":{"hostname":"h","cpu_cores":1},\
                    "custom_metrics":{},"source_layer":"l","target_agent_type":"t","priority":50}
                    """
                            .formatted(id(i), id(9), i));
        }
        // Run 1 is completed in time, run 2 too late; run 3 is judged by its own time; run 4 has no
        // task.
        Path tasks =
                file(
                        "tasks.ndjson",
                        """
                        {"id":"%s","priority":50,"payload":{"a":1},"created_at":"2026-03-01T09:00:00Z","deadline":"2026-03-01T10:00:05Z","resource_quota":{"max_cpu_cores":1,"max_memory_mb":100,"max_execution_time_secs":10},"source_layer":"l","target_agent_type":"t","metadata":{}}
                        {"id":"%s","priority":50,"payload":{"a":{"b":[1,2,3]},"c":"text"},"created_at":"2026-03-01T09:00:00Z","deadline":"2026-03-01T10:00:05Z","resource_quota":{"max_cpu_cores":1,"max_memory_mb":100,"max_execution_time_secs":10},"source_layer":"l","target_agent_type":"t","metadata":{}}
                        {"id":"%s","priority":50,"payload":{"b":2},"created_at":"2026-03-01T09:00:00Z","deadline":"2026-03-01T10:00:03Z","resource_quota":{"max_cpu_cores":1,"max_memory_mb":100,"max_execution_time_secs":10},"source_layer":"l","target_agent_type":"t","metadata":{}}
                        """
                                .formatted(id(1), id(2), id(3)));
        Path results =
                file(
                        "results.ndjson",
                        """
                        {"task_id":"%s","success":true,"output":{},"execution_time_ms":100,"completed_at":"2026-03-01T10:00:01Z"}
                        {"task_id":"%s","success":false,"output":{},"execution_time_ms":100,"completed_at":"2026-03-01T10:00:06Z"}
                        """
                                .formatted(id(1), id(2)));
        Path kpi = file("kpi.ndjson", runs.toString());
        try (Workspace workspace = LocalWorkspace.open(folder.resolve("w"))) {
            workspace.importFiles(
                    List.of(kpi, tasks, results),
                    ImportOptions.DEFAULTS,
                    ImportListener.NONE,
                    JobContext.NONE);
            check(workspace);
        }
        try (Workspace again = LocalWorkspace.open(folder.resolve("w"))) {
            check(again);
        }
    }

    private static void check(Workspace workspace) throws IOException {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        FleetView view = workspace.view(Scope.ALL, AnalysisSettings.DEFAULTS, JobContext.NONE);
        view.enriched(
                List.of("task_complexity_score", "agent_fitness_score"),
                new TableSink() {
                    @Override
                    public void columns(List<String> names) {
                        assertThat(names).hasSize(2);
                    }

                    @Override
                    public void row(@Nullable Object[] cells) {
                        rows.add(Arrays.asList(cells.clone()));
                    }
                },
                JobContext.NONE);
        // Two equal payloads below a larger one: 100·(0 + 2/2)/3 twice, then 100·(2 + 1/2)/3.
        assertThat(rows).extracting(row -> row.get(0)).contains(100 / 3.0, 250 / 3.0);
        assertThat(rows.get(3).get(0)).isNull();
        // W: results say 1 of 2, accuracy 2 of 2: 3 of 4. A 0.9, P 0 (none is slower), S 1, D 2 of
        // 3.
        double z = 1.959963984540054;
        double zz = z * z / 4;
        double w = (0.75 + zz / 2 - z * Math.sqrt((0.75 * 0.25 + zz / 4) / 4)) / (1 + zz);
        double expected = 100 * (0.35 * w + 0.25 * 0.9 + 0.1 + 0.1 * 2 / 3.0);
        assertThat((double) Objects.requireNonNull(rows.get(0).get(1)))
                .isBetween(expected - 1e-9, expected + 1e-9);
    }
}
