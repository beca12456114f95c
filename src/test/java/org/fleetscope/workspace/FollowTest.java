package org.fleetscope.workspace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.FollowNotice;
import org.fleetscope.model.Profile;
import org.fleetscope.model.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Follows real files into a real workspace. */
class FollowTest {
    @TempDir private Path folder;
    private Path file;
    private final Random random = new Random(7);
    private int tasks;

    @BeforeEach
    void name() {
        file = folder.resolve("runs.ndjson");
    }

    @Test
    void aRowIsShownAtOnceAndStoredSoon() throws Exception {
        append(row(old()));
        try (Workspace workspace = open();
                FollowRun run = follow(workspace)) {
            run.awaitRead(1);
            append(row(now()));
            run.awaitRead(2);
            assertThat(shown(workspace)).isEqualTo(2);
            run.await(status -> status.undurable() == 0 || stored(workspace) == 2);
            FollowStatus last = run.stop();
            assertThat(last.accepted()).isEqualTo(2);
            assertThat(stored(workspace)).isEqualTo(2);
            assertThat(workspace.info().imports()).hasSize(1);
        }
        try (Workspace reopened = open()) {
            assertThat(shown(reopened)).isEqualTo(2);
        }
    }

    @Test
    void rowsThatComeLateAreRejectedAndThoseThatWereThereAreNot() throws Exception {
        append(row(old()));
        try (Workspace workspace = open();
                FollowRun run = follow(workspace)) {
            run.awaitRead(1);
            append(row(old()) + row(now()) + "no row\n");
            run.awaitRead(4);
            FollowStatus last = run.stop();
            assertThat(last.accepted()).isEqualTo(2);
            assertThat(last.rejected()).isEqualTo(2);
            assertThat(query(workspace, "SELECT rule_id FROM kpi.quarantine_violations ORDER BY 1"))
                    .containsExactly("malformed-row", "recorded-at-recent");
            assertThat(query(workspace, "SELECT accepted, rejected FROM kpi.imports"))
                    .containsExactly("2");
        }
    }

    @Test
    void theProfileCanBeChosen() throws Exception {
        append("");
        FollowOptions options = new FollowOptions(Profile.EXPORT, ImportOptions.DEFAULTS);
        try (Workspace workspace = open();
                FollowRun run = new FollowRun(workspace, List.of(file), options)) {
            append(row(old()));
            run.awaitRead(1);
            assertThat(run.stop().accepted()).isEqualTo(1);
        }
    }

    @Test
    void aLaterFollowingLosesNothingAndRepeatsNothing() throws Exception {
        append(row(old()) + row(old()));
        try (Workspace workspace = open();
                FollowRun run = follow(workspace)) {
            run.awaitRead(2);
            append(row(now()));
            run.awaitRead(3);
        }
        append(row(now()) + row(old()));
        try (Workspace workspace = open();
                FollowRun run = follow(workspace)) {
            run.awaitRead(2);
            FollowStatus last = run.stop();
            assertThat(last.accepted()).isEqualTo(2);
            assertThat(last.skipped()).isZero();
            assertThat(stored(workspace)).isEqualTo(5);
        }
    }

    @Test
    void aFileThatWasImportedIsFollowedWithoutRepeatingIt() throws Exception {
        append(row(old()) + row(old()));
        try (Workspace workspace = open()) {
            imports(workspace, file);
            try (FollowRun run = follow(workspace)) {
                append(row(now()));
                run.awaitRead(3);
                FollowStatus last = run.stop();
                assertThat(last.accepted()).isEqualTo(1);
                assertThat(last.skipped()).isEqualTo(2);
                assertThat(stored(workspace)).isEqualTo(3);
            }
        }
    }

    @Test
    void importsTakeTheirTurnBetweenFollowedRows() throws Exception {
        append("");
        String common = row(now());
        Path other = Files.writeString(folder.resolve("other.ndjson"), row(now()) + common);
        try (Workspace workspace = open();
                FollowRun run = follow(workspace)) {
            append(row(now()));
            run.awaitRead(1);
            imports(workspace, other);
            append(common + row(now()));
            run.awaitRead(3);
            FollowStatus last = run.stop();
            assertThat(last.accepted()).isEqualTo(2);
            assertThat(last.skipped()).isEqualTo(1);
            assertThat(shown(workspace)).isEqualTo(4);
            assertThat(stored(workspace)).isEqualTo(4);
            assertThat(
                            query(
                                    workspace,
                                    "SELECT SUM(task_count) FROM kpi.kpi_aggregations WHERE"
                                            + " window_seconds = 86400"))
                    .containsExactly("4");
        }
    }

    @Test
    void aFolderBringsPackedFilesAndNewOnes() throws Exception {
        Path in = Files.createDirectories(folder.resolve("in"));
        try (Workspace workspace = open();
                FollowRun run = new FollowRun(workspace, List.of(in), FollowOptions.DEFAULTS)) {
            Files.writeString(in.resolve("a.ndjson"), row(now()));
            run.awaitRead(1);
            try (var out = new GZIPOutputStream(Files.newOutputStream(in.resolve("old.gz")))) {
                out.write((row(old()) + row(old())).getBytes(UTF_8));
            }
            run.await(
                    status -> run.notices.stream().anyMatch(n -> n.text().contains("as a whole")));
            assertThat(shown(workspace)).isEqualTo(3);
            Files.createDirectories(in.resolve("deep"));
            Files.writeString(in.resolve("deep/b.ndjson"), row(now()));
            run.awaitRead(2);
            assertThat(shown(workspace)).isEqualTo(4);
            assertThat(run.notices).noneMatch(FollowNotice::isProblem);
        }
    }

    @Test
    void onlyOneFollowingAtATime() throws Exception {
        append(row(now()));
        try (Workspace workspace = open();
                FollowRun run = follow(workspace)) {
            run.awaitRead(1);
            try (FollowRun second = follow(workspace)) {
                assertThat(second.failure()).hasMessageContaining("Stop that first");
            }
        }
    }

    @Test
    void closingTheWorkspaceStopsItAndKeepsWhatWasShown() throws Exception {
        append(row(now()));
        FollowRun run;
        try (Workspace workspace = open()) {
            run = follow(workspace);
            run.awaitRead(1);
            append(row(now()));
            run.awaitRead(2);
        }
        assertThat(run.stop().accepted()).isEqualTo(2);
        try (Workspace reopened = open()) {
            assertThat(stored(reopened)).isEqualTo(2);
        }
    }

    /** Random appends, cut anywhere, against one import of everything. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void itComesToTheSameAsAnImport(long seed) throws Exception {
        Random cuts = new Random(seed);
        boolean whole = seed % 2 == 1;
        Path in = Files.createDirectories(folder.resolve("in"));
        file = in.resolve("runs.ndjson");
        StringBuilder all = new StringBuilder();
        append("");
        FollowOptions options = new FollowOptions(Profile.EXPORT, ImportOptions.DEFAULTS);
        int read = 0;
        try (Workspace workspace = open();
                FollowRun run = new FollowRun(workspace, List.of(whole ? in : file), options)) {
            run.await(status -> !status.history());
            List<String> said = new ArrayList<>();
            for (int round = 0; round < 30; round++) {
                StringBuilder text = new StringBuilder();
                for (int i = cuts.nextInt(5); i > 0; i--) {
                    String row = said.isEmpty() || cuts.nextInt(6) > 0 ? row(old()) : said.get(0);
                    said.add(row);
                    text.append(cuts.nextInt(9) == 0 ? row.replace("accuracy", "accuracie") : row);
                    read++;
                }
                all.append(text);
                byte[] bytes = text.toString().getBytes(UTF_8);
                for (int at = 0; at < bytes.length; ) {
                    int end = Math.min(bytes.length, at + 1 + cuts.nextInt(500));
                    Files.write(
                            file, Arrays.copyOfRange(bytes, at, end), StandardOpenOption.APPEND);
                    at = end;
                }
                if (cuts.nextInt(4) == 0) {
                    if (!whole) {
                        run.awaitRead(read);
                    }
                    Files.move(file, in.resolve("runs." + round));
                    append("");
                }
            }
            run.awaitRead(read);
            run.stop();
            Path together = Files.writeString(folder.resolve("together.ndjson"), all);
            try (Workspace expected = LocalWorkspace.open(folder.resolve("expected"))) {
                ImportSummary summary = imports(expected, together);
                assertThat(rows(workspace)).isEqualTo(rows(expected));
                assertThat(query(workspace, "SELECT SUM(accepted) FROM kpi.imports"))
                        .containsExactly(Long.toString(summary.accepted()));
                assertThat(query(workspace, "SELECT SUM(rejected) FROM kpi.imports"))
                        .containsExactly(Long.toString(summary.rejected()));
            }
        }
    }

    /** At 2000 rows a minute; the bound is generous, FollowBench measures. */
    @Test
    void aRowIsVisibleSoonAfterItsAppend() throws Exception {
        append("");
        long[] nanos = new long[100];
        try (Workspace workspace = open();
                FollowRun run = follow(workspace)) {
            append(row(now()));
            run.awaitRead(1);
            for (int i = 0; i < nanos.length; i++) {
                long due = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(30);
                append(row(now()));
                long appended = System.nanoTime();
                run.awaitRead(i + 2);
                assertThat(shown(workspace)).isEqualTo(i + 2);
                nanos[i] = System.nanoTime() - appended;
                TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
            }
        }
        Arrays.sort(nanos);
        assertThat(TimeUnit.NANOSECONDS.toMillis(nanos[nanos.length / 2])).isLessThan(100);
        assertThat(TimeUnit.NANOSECONDS.toMillis(nanos[nanos.length - 1])).isLessThan(3000);
    }

    private Workspace open() throws IOException {
        return LocalWorkspace.open(folder.resolve("workspace"));
    }

    private FollowRun follow(Workspace workspace) {
        return new FollowRun(workspace, List.of(file), FollowOptions.DEFAULTS);
    }

    private static ImportSummary imports(Workspace workspace, Path from) throws IOException {
        return workspace.importFiles(
                List.of(from), ImportOptions.DEFAULTS, ImportListener.NONE, JobContext.NONE);
    }

    private void append(String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private String row(long recordedAt) {
        return RandomRow.good(random, tasks++, recordedAt).json(random) + "\n";
    }

    private static long now() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }

    private long old() {
        return now() - TimeUnit.DAYS.toMicros(2) + random.nextInt(1_000_000);
    }

    private static long shown(Workspace workspace) {
        return workspace.view(Scope.ALL, AnalysisSettings.DEFAULTS, JobContext.NONE).runs();
    }

    private static long stored(Workspace workspace) {
        try {
            return Long.parseLong(
                    query(workspace, "SELECT COUNT(*) FROM kpi.kpi_reports").getFirst());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> query(Workspace workspace, String sql) throws IOException {
        return workspace.query(sql, 100_000, JobContext.NONE).rows().stream()
                .map(row -> String.valueOf(row.getFirst()))
                .toList();
    }

    private static TreeSet<String> rows(Workspace workspace) throws IOException {
        TreeSet<String> rows = new TreeSet<>();
        workspace
                .query(
                        "SELECT recorded_at, task_id, agent_id, latency_ms, accuracy, cpu_usage,"
                                + " memory_mb, network_bytes, hostname FROM kpi.kpi_reports",
                        100_000,
                        JobContext.NONE)
                .rows()
                .forEach(row -> rows.add(row.toString()));
        return rows;
    }
}
