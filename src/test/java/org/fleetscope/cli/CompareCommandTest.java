package org.fleetscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.fleetscope.workspace.LocalWorkspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command over real workspaces. */
final class CompareCommandTest {
    @TempDir Path folder;

    private record Result(int status, String out, String err) {}

    private Result run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        CliServices services = new CliServices(LocalWorkspace::open, "1", Map.of(), false);
        int status =
                new CommandLineMain(services)
                        .run(
                                args,
                                new PrintStream(out, true, StandardCharsets.UTF_8),
                                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Result(
                status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** 40 runs on a day, with latencies 100·factor + 0 … 9. */
    private String export(String day, double factor) throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            rows.append(
                    """
                    {"task_id":"00000000-0000-4000-8000-%s%010d","agent_id":"11111111-1111-4111-8111-111111111111",\
                    "latency_ms":%s,"accuracy":0.9,"cpu_usage":0.5,"memory_mb":100,"network_bytes":10,\
                    "recorded_at":"%sT10:00:%02dZ","execution_context":{"hostname":"h","cpu_cores":1},\
                    "custom_metrics":{},"source_layer":"l","target_agent_type":"t","priority":50}
                    """
                            .formatted(day.substring(8), i, 100 * factor + i % 10, day, i));
        }
        return Files.writeString(folder.resolve(day + ".ndjson"), rows).toString();
    }

    @Test
    void exportsAreComparedWorstFirst() throws IOException {
        Result result = run("compare", export("2026-03-01", 1), export("2026-03-02", 2), "--json");

        assertThat(result.status()).isZero();
        JsonNode first = new JsonMapper().readTree(result.out()).get(0);
        assertThat(first.path("metric").asText()).isEqualTo("latency_ms");
        assertThat(first.path("verdict").asText()).isEqualTo("worse");
        assertThat(first.path("adjusted_difference").asDouble()).isEqualTo(100);
        assertThat(first.path("runs_a").asInt()).isEqualTo(40);
        assertThat(first.path("ci_low").asDouble()).isBetween(98.0, 100.0);
    }

    @Test
    void timeRangesOfAWorkspaceAreCompared() throws IOException {
        String workspace = folder.resolve("w").toString();
        assertThat(
                        run(
                                        "import",
                                        export("2026-03-01", 1),
                                        export("2026-03-02", 2),
                                        "--workspace",
                                        workspace)
                                .status())
                .isZero();

        Result result =
                run(
                        "compare",
                        "2026-03-02..2026-03-03",
                        "2026-03-01..2026-03-02",
                        "--workspace",
                        workspace);

        assertThat(result.out().lines().toList().get(1))
                .contains("latency_ms,better,40,40,204.5,104.5,");
    }

    @Test
    void whatIsNeitherFileNorRangeIsNamed() throws IOException {
        String there = export("2026-03-01", 1);
        assertThat(run("compare", there, "nowhere").status()).isEqualTo(ExitStatus.FAILED);
        assertThat(run("compare", there, "2026-03-01..2026-03-02").err()).contains("--workspace");
        assertThat(run("compare", there, "2026-03-01..2026-03-02").status())
                .isEqualTo(ExitStatus.USAGE);
    }
}
