package org.fleetscope.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.Profile;
import org.fleetscope.model.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Followed rows against the rules that look beyond a row, compared with one import of them all. */
class FollowFlagsTest {
    private static final FollowOptions OPTIONS =
            new FollowOptions(Profile.EXPORT, ImportOptions.DEFAULTS);

    @TempDir private Path folder;
    private final Random random = new Random(4);
    private int sent;

    @Test
    void inTheEndTheyHaveTheFlagsOfAnImport() throws Exception {
        Path in = Files.createDirectories(folder.resolve("in"));
        Path other = Files.createDirectories(folder.resolve("other"));
        append(in, "tasks.ndjson", tasks(0, 40));
        append(in, "agents.ndjson", agent(1) + agent(2));
        try (Workspace workspace = LocalWorkspace.open(folder.resolve("followed"))) {
            try (FollowRun run = new FollowRun(workspace, List.of(in), OPTIONS)) {
                run.awaitRead(sent);
                append(in, "runs.ndjson", runs(0, 60));
                run.awaitRead(sent);
                append(in, "results.ndjson", results(0, 30));
                run.awaitRead(sent);
                // Judged for the first time once nothing came for a while.
                run.await(status -> !flags(workspace).isEmpty());
                append(in, "runs.ndjson", runs(60, 80) + runs(10, 20));
                run.awaitRead(sent);
                run.stop();
            }
            long[] shown = shown(workspace);
            try (Workspace expected = LocalWorkspace.open(folder.resolve("expected"))) {
                // The same rows in the order in which they were followed.
                for (String name : List.of("tasks", "agents", "runs", "results")) {
                    Files.copy(in.resolve(name + ".ndjson"), other.resolve(name + ".ndjson"));
                }
                expected.importFiles(
                        List.of(other),
                        ImportOptions.DEFAULTS,
                        ImportListener.NONE,
                        JobContext.NONE);
                TreeSet<String> wanted = flags(expected);
                assertThat(flags(workspace)).isEqualTo(wanted);
                assertThat(wanted)
                        .anyMatch(flag -> flag.contains("task-reference"))
                        .anyMatch(flag -> flag.contains("agent-reference"))
                        .anyMatch(flag -> flag.contains("recorded-after-created"))
                        .anyMatch(flag -> flag.contains("one-kpi-per-task"));
                assertThat(shown).isEqualTo(shown(expected));
            }
        }
        try (Workspace reopened = LocalWorkspace.open(folder.resolve("followed"));
                Workspace expected = LocalWorkspace.open(folder.resolve("expected"))) {
            assertThat(shown(reopened)).isEqualTo(shown(expected));
        }
    }

    @Test
    void anImportWaitsUntilWhatCameBeforeItIsJudged() throws Exception {
        Path in = Files.createDirectories(folder.resolve("in"));
        Path other = folder.resolve("other.ndjson");
        append(in, "tasks.ndjson", tasks(0, 2));
        try (Workspace workspace = LocalWorkspace.open(folder.resolve("followed"));
                FollowRun run = new FollowRun(workspace, List.of(in), OPTIONS)) {
            run.awaitRead(sent);
            append(in, "runs.ndjson", runs(100, 103));
            run.awaitRead(sent);
            Files.writeString(other, run(200, 1, 100) + "\n");
            workspace.importFiles(
                    List.of(other), ImportOptions.DEFAULTS, ImportListener.NONE, JobContext.NONE);
            assertThat(flags(workspace)).filteredOn(f -> f.contains("task-reference")).hasSize(4);
            append(in, "runs.ndjson", runs(103, 104));
            run.awaitRead(sent);
            run.stop();
            assertThat(flags(workspace)).filteredOn(f -> f.contains("task-reference")).hasSize(5);
        }
    }

    /** Runs by the rule they broke, as the view tells it. */
    private static long[] shown(Workspace workspace) {
        return workspace
                .view(Scope.ALL, AnalysisSettings.DEFAULTS, JobContext.NONE)
                .flags(1, JobContext.NONE)
                .rules()
                .stream()
                .mapToLong(rule -> rule.count())
                .sorted()
                .toArray();
    }

    private static TreeSet<String> flags(Workspace workspace) {
        TreeSet<String> flags = new TreeSet<>();
        try {
            workspace
                    .query(
                            "SELECT rule_id, task_id, recorded_at FROM kpi.flags WHERE lifted_by IS NULL",
                            100_000,
                            JobContext.NONE)
                    .rows()
                    .forEach(row -> flags.add(row.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return flags;
    }

    private void append(Path in, String name, String text) throws IOException {
        sent += (int) text.lines().count();
        Files.writeString(
                in.resolve(name), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static String id(int number) {
        return "00000000-0000-4000-8000-%012d".formatted(number);
    }

    private static String agentId(int number) {
        return "00000000-0000-4000-9000-%012d".formatted(number);
    }

    private String runs(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int task = from; task < to; task++) {
            // Some come before their task was made; one agent is not known.
            text.append(run(task, 1 + random.nextInt(3), 100 + random.nextInt(100))).append('\n');
        }
        return text.toString();
    }

    private String run(int task, int agent, int latency) {
        int minute = random.nextInt(60);
        return String.format(
                Locale.ROOT,
                "{\"task_id\":\"%s\",\"agent_id\":\"%s\",\"latency_ms\":%d,\"accuracy\":0.9,"
                        + "\"cpu_usage\":0.5,\"memory_mb\":256,\"network_bytes\":1000,"
                        + "\"recorded_at\":\"2026-03-01T%02d:%02d:%02d.%06dZ\","
                        + "\"execution_context\":{\"hostname\":\"h\",\"cpu_cores\":4},"
                        + "\"source_layer\":\"l1\",\"target_agent_type\":\"coder\",\"priority\":50}",
                id(task),
                agentId(agent),
                latency,
                8 + random.nextInt(4),
                minute,
                random.nextInt(60),
                random.nextInt(1_000_000));
    }

    private static String tasks(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int task = from; task < to; task++) {
            text.append(
                    "{\"id\":\"%s\",\"payload\":{},\"created_at\":\"2026-03-01T09:00:00Z\",\"priority\":50,\"source_layer\":\"l1\",\"target_agent_type\":\"coder\"}\n"
                            .formatted(id(task)));
        }
        return text.toString();
    }

    private static String results(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int task = from; task < to; task++) {
            text.append(
                    "{\"task_id\":\"%s\",\"success\":true,\"execution_time_ms\":100,\"completed_at\":\"2026-03-01T10:00:00Z\"}\n"
                            .formatted(id(task)));
        }
        return text.toString();
    }

    private static String agent(int number) {
        return "{\"id\":\"%s\",\"agent_type\":\"coder\",\"state\":\"Idle\",\"capabilities\":[\"a\"],\"stats\":{}}\n"
                .formatted(agentId(number));
    }
}
