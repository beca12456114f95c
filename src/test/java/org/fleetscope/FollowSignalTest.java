package org.fleetscope;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.fleetscope.job.JobContext;
import org.fleetscope.workspace.LocalWorkspace;
import org.fleetscope.workspace.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C of {@code fleetscope follow}, in a process of its own. */
@EnabledOnOs(OS.LINUX) // env --default-signal, since a build in the background ignores SIGINT
class FollowSignalTest {
    private static final int STOPPED_BY_SIGNAL = 130;

    @TempDir private Path folder;
    private int rows;

    @Test
    void ctrlCStoresEverythingThatWasReadAndSaysSo() throws Exception {
        Path file = folder.resolve("runs.ndjson");
        Path later = folder.resolve("later.ndjson");
        append(file, 40);
        Files.writeString(file, "{\"task_id\":\"half a ro", StandardOpenOption.APPEND);

        Process process = start(file, later);
        JsonNode said;
        try (BufferedReader messages = process.errorReader(StandardCharsets.UTF_8);
                BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            awaitLine(messages, "is not there");
            // Between the two messages the files were read at least once.
            append(later, 30);
            awaitLine(messages, "is there again");
            interrupt(process);
            said = new JsonMapper().readTree(out);
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }

        assertThat(process.exitValue()).isEqualTo(STOPPED_BY_SIGNAL);
        int accepted = said.path("accepted").asInt();
        assertThat(accepted).isBetween(40, 70);
        assertThat(said.path("rejected").asInt()).isZero();
        try (Workspace workspace = LocalWorkspace.open(folder.resolve("workspace"))) {
            assertThat(count(workspace, "kpi.kpi_reports")).isEqualTo(accepted);
            assertThat(count(workspace, "(SELECT DISTINCT task_id FROM kpi.kpi_reports)"))
                    .isEqualTo(accepted);
            assertThat(
                            workspace
                                    .query(
                                            "SELECT SUM(task_count) FROM kpi.kpi_aggregations"
                                                    + " WHERE window_seconds = 86400",
                                            1,
                                            JobContext.NONE)
                                    .rows()
                                    .getFirst()
                                    .getFirst())
                    .hasToString(Integer.toString(accepted));
            assertThat(workspace.info().imports()).hasSize(1);
        }
    }

    private Process start(Path file, Path later) throws IOException {
        return new ProcessBuilder(
                        "env",
                        "--default-signal=INT",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Launcher.class.getName(),
                        "follow",
                        file.toString(),
                        later.toString(),
                        "--workspace",
                        folder.resolve("workspace").toString(),
                        "--json")
                .start();
    }

    /** As a terminal does at Ctrl-C; env has become the Java process by now. */
    private static void interrupt(Process process) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start();
        assertThat(kill.waitFor()).isZero();
    }

    private static void awaitLine(BufferedReader from, String part) throws IOException {
        String line;
        do {
            line = from.readLine();
            assertThat(line).as("a line with \"%s\"", part).isNotNull();
        } while (!line.contains(part));
    }

    private static long count(Workspace workspace, String from) throws IOException {
        return Long.parseLong(
                String.valueOf(
                        workspace
                                .query("SELECT COUNT(*) FROM " + from, 1, JobContext.NONE)
                                .rows()
                                .getFirst()
                                .getFirst()));
    }

    private void append(Path file, int count) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "{\"task_id\":\"%s\",\"agent_id\":\"%s\",\"latency_ms\":120,\"accuracy\":0.9,"
                                    + "\"cpu_usage\":0.25,\"memory_mb\":512,\"recorded_at\":\"%s\","
                                    + "\"execution_context\":{\"hostname\":\"node-1\",\"resources\":"
                                    + "{\"cpu_cores\":4}}}\n",
                            new UUID(0x4000L, 0x8000000000000000L + rows++),
                            new UUID(0x1000L, 0x8000000000000001L),
                            Instant.now()));
        }
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
