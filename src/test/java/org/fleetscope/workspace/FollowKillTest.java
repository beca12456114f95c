package org.fleetscope.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.Profile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a process that follows, and follows on. */
class FollowKillTest {
    private static final FollowOptions OPTIONS =
            new FollowOptions(Profile.EXPORT, ImportOptions.DEFAULTS);

    @TempDir private Path folder;
    private final Random random = new Random(3);
    private int rows;

    @Test
    void aKillLosesNothingAndRepeatsNothing() throws Exception {
        Path file = folder.resolve("runs.ndjson");
        Path store = folder.resolve("workspace");
        append(file, 20);
        Process child = start(store, file);
        try (BufferedReader said = child.inputReader(StandardCharsets.UTF_8)) {
            assertThat(said.readLine()).isEqualTo("landed");
            for (int i = 0; i < 30; i++) {
                append(file, 5);
                // Some of them are on disk, some only shown, some half written, when it dies.
                java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
            }
        } finally {
            child.destroyForcibly().onExit().join();
        }
        append(file, 7);
        try (Workspace workspace = LocalWorkspace.open(store)) {
            long before = count(workspace, "kpi.kpi_reports");
            assertThat(before).isBetween(20L, (long) rows);
            assertThat(count(workspace, "(SELECT DISTINCT task_id FROM kpi.kpi_reports)"))
                    .isEqualTo(before);
            try (FollowRun run = new FollowRun(workspace, List.of(file), OPTIONS)) {
                run.awaitRead(rows - before);
                FollowStatus last = run.stop();
                assertThat(last.accepted()).isEqualTo(rows - before);
                assertThat(last.skipped()).isZero();
            }
            assertThat(count(workspace, "kpi.kpi_reports")).isEqualTo(rows);
            assertThat(
                            workspace
                                    .query(
                                            "SELECT task_id FROM kpi.kpi_reports ORDER BY 1",
                                            rows,
                                            JobContext.NONE)
                                    .rows())
                    .map(row -> String.valueOf(row.getFirst()))
                    .isEqualTo(
                            IntStream.range(0, rows)
                                    .mapToObj("00000000-0000-4000-8000-%012d"::formatted)
                                    .toList());
        }
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
        long now = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
        for (int i = 0; i < count; i++) {
            text.append(RandomRow.good(random, rows++, now + i).json(random)).append('\n');
        }
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static Process start(Path store, Path file) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FollowKillTest.class.getName(),
                        store.toString(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** The process that is killed. */
    public static void main(String[] args) throws IOException {
        Semaphore told = new Semaphore(1);
        FollowListener listener =
                new FollowListener() {
                    @Override
                    public void landed(FollowStatus status) {
                        if (told.tryAcquire()) {
                            System.out.println("landed");
                        }
                    }
                };
        try (Workspace workspace = LocalWorkspace.open(Path.of(args[0]))) {
            workspace.follow(List.of(Path.of(args[1])), OPTIONS, listener, JobContext.NONE);
        }
    }
}
