package org.fleetscope.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.fleetscope.job.JobContext;
import org.fleetscope.job.Progress;
import org.fleetscope.model.EntityKind;
import org.fleetscope.model.Profile;
import org.fleetscope.model.ReadOptions;
import org.fleetscope.model.RowOrigin;
import org.fleetscope.model.RuleSettings;
import org.fleetscope.model.Scope;
import org.fleetscope.model.UnpackLimits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files made to do harm, or harmed themselves: one clear error each, and what is stored stays. */
class HostileImportTest {
    private static final String ID = "11111111-2222-4333-8444-55555555000";
    private static final String STORED = run(0);

    @TempDir private Path folder;

    private Workspace workspace;

    private static String run(int number) {
        return """
        {"task_id":"%s%d","agent_id":"aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee","latency_ms":120.5,"accuracy":0.9,\
        "cpu_usage":0.5,"memory_mb":512,"recorded_at":"2026-03-01T10:00:00Z","execution_context":\
        {"hostname":"node-1","cpu_cores":4},"source_layer":"layer1","target_agent_type":"coder","priority":50}\
        """
                .formatted(ID, number);
    }

    @BeforeEach
    void open() throws IOException {
        workspace = LocalWorkspace.open(folder.resolve("workspace"));
        imports(text("stored.ndjson", STORED), JobContext.NONE);
    }

    @AfterEach
    void close() throws IOException {
        workspace.close();
    }

    private Path text(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path bytes(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private ImportSummary imports(Path path, JobContext job) throws IOException {
        return workspace.importFiles(
                List.of(path), ImportOptions.DEFAULTS, ImportListener.NONE, job);
    }

    private void assertRefused(Path path, JobContext job, String... message) throws IOException {
        assertThatThrownBy(() -> imports(path, job))
                .isInstanceOf(IOException.class)
                .message()
                .contains(message)
                .doesNotContain("Exception");
        assertNothingHappened();
    }

    private void assertRefused(Path path, String... message) throws IOException {
        assertRefused(path, JobContext.NONE, message);
    }

    private void assertNothingHappened() throws IOException {
        assertThat(workspace.view(Scope.ALL, AnalysisSettings.DEFAULTS, JobContext.NONE).runs())
                .isEqualTo(1);
        assertThat(count("kpi.kpi_reports")).isEqualTo(1L);
        assertThat(count("kpi.imports")).isEqualTo(1L);
        assertThat(count("kpi.quarantine")).isEqualTo(0L);
    }

    private Object count(String table) throws IOException {
        return workspace
                .query("SELECT COUNT(*) FROM " + table, 1, JobContext.NONE)
                .rows()
                .getFirst()
                .getFirst();
    }

    private static byte[] zip(String name, byte[] data) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(data);
        }
        return bytes.toByteArray();
    }

    /** A row and then 65 MB of empty lines. */
    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write((run(1) + "\n").getBytes(StandardCharsets.UTF_8));
            byte[] lines = "\n".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 65; i++) {
                out.write(lines);
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void decompressionBombs() throws IOException {
        assertRefused(bytes("a.zip", zip("a", new byte[65 << 20])), "a.zip", "more than 250 times");
        assertRefused(bytes("a.gz", bomb()), "a.gz", "more than 250 times its size");
    }

    @Test
    void archivesThatLeaveThemselvesOrHoldOthers() throws IOException {
        byte[] row = run(1).getBytes(StandardCharsets.UTF_8);

        assertRefused(bytes("a.zip", zip("../../a", row)), "path that leaves the archive");
        assertRefused(bytes("b.zip", zip("b.zip", zip("a", row))), "within another archive");
    }

    @Test
    void damagedArchivesAndDocuments() throws IOException {
        byte[] zip = zip("a", run(1).getBytes(StandardCharsets.UTF_8));

        assertRefused(bytes("a.zip", Arrays.copyOf(zip, zip.length / 2)), "damaged");
        assertRefused(text("a.json", "[" + run(1) + "," + run(2)), "a.json, line 1, byte ");
        assertRefused(
                text("b.json", "[" + run(1) + ",\n" + run(2) + "\n;]"), "b.json, line 3, byte ");
        assertRefused(text("c.json", "[".repeat(100_000)), "c.json, line 1, byte 100000");
    }

    @Test
    void whatIsNoFile() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
        Path loop = folder.resolve("loop");
        Path inner = Files.createDirectories(loop.resolve("inner"));
        Files.createSymbolicLink(inner.resolve("back"), loop);

        assertRefused(pipe, pipe + ": a pipe or device, where a file is expected");
        assertRefused(loop, "back: a link to a folder that holds it");
    }

    @Test
    void whatMayNotBeRead() throws IOException {
        Path file = text("a.ndjson", run(1));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(file), "the superuser reads everything");

        assertRefused(file, "a.ndjson", "may not be read. Check its permissions");
    }

    /** Does something to the files once one was read. */
    private record Meanwhile(Step step) implements JobContext {
        interface Step {
            void take() throws IOException;
        }

        @Override
        public void progress(Progress progress) {
            try {
                step.take();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public boolean isCancelled() {
            return false;
        }
    }

    @Test
    void aFileThatChangesWhileItIsRead() throws IOException {
        Path file = text("a.ndjson", run(1) + "\n" + run(2) + "\n");
        JobContext growing =
                new Meanwhile(() -> Files.writeString(file, run(3), StandardOpenOption.APPEND));
        JobContext shrinking =
                new Meanwhile(() -> {
                    try (FileChannel open = FileChannel.open(file, StandardOpenOption.WRITE)) {
                        open.truncate(10);
                    }
                });

        assertRefused(file, growing, "a.ndjson: the file was changed while it was read");
        assertRefused(file, shrinking, "a.ndjson: the file was changed while it was read");
    }

    @Test
    void aFileThatVanishesWhileItIsRead() throws IOException {
        Path file = text("a.ndjson", run(1));

        assertRefused(
                file,
                new Meanwhile(() -> Files.deleteIfExists(file)),
                "a.ndjson: the file vanished while it was read");
    }

    @Test
    void aFileThatVanishesBeforeItsRowsAreDurable() throws IOException {
        Path file = text("a.ndjson", run(1));
        ImportListener deleting =
                new ImportListener() {
                    @Override
                    public void analysisReady() {
                        try {
                            Files.delete(file);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    }

                    @Override
                    public void rowsDurable() {}
                };

        assertThatThrownBy(() ->
                        workspace.importFiles(
                                List.of(file), ImportOptions.DEFAULTS, deleting, JobContext.NONE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("vanished");
        assertNothingHappened();
    }

    /** Rows that are no more than odd cost themselves, in lines and in documents. */
    @Test
    void hostileRowsCostThemselves() throws IOException {
        String deep = "{\"task_id\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        String digits = "{\"latency_ms\":" + "9".repeat(1_000_000) + "}";
        List<String> rows = List.of(run(1), deep, digits, "{\"a\":\"\t\"}", run(2));
        for (String text : List.of(String.join("\n", rows), "[" + String.join(",\n", rows) + "]")) {
            ImportSummary summary =
                    workspace.validate(
                            List.of(text("a", text)),
                            ImportOptions.DEFAULTS,
                            row -> {},
                            JobContext.NONE);
            assertThat(summary.accepted()).isEqualTo(2);
            assertThat(summary.rejected()).isEqualTo(3);
        }
    }

    @Test
    void tenThousandMembersAreNoTrouble() throws IOException {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            many.append(",\"x").append(i).append("\":").append(i);
        }
        String unknown = run(1).replaceFirst("}$", many + "}");
        String metrics =
                run(2).replaceFirst("}$", ",\"custom_metrics\":{" + many.substring(1) + "}}");

        ImportSummary summary = imports(text("a", unknown + "\n" + metrics), JobContext.NONE);

        assertThat(summary.accepted()).isEqualTo(2);
    }

    /** What an archive's member says can be shown again, also once the workspace was closed. */
    @Test
    void rowsOfArchivesAndOfChosenEncodingsAreFoundAgain() throws IOException {
        String odd = run(1).replace("coder", "größe");
        Path archive =
                bytes(
                        "a.zip",
                        zip(
                                "day/a.json",
                                ("[\n" + odd + "]").getBytes(StandardCharsets.ISO_8859_1)));
        ImportOptions options =
                new ImportOptions(
                        Profile.EXPORT,
                        null,
                        RuleSettings.DEFAULTS,
                        new ReadOptions(null, StandardCharsets.ISO_8859_1, UnpackLimits.DEFAULTS));
        ImportSummary summary =
                workspace.importFiles(
                        List.of(archive), options, ImportListener.NONE, JobContext.NONE);
        workspace.close();
        workspace = LocalWorkspace.open(folder.resolve("workspace"));

        String member = archive + "!/day/a.json";
        assertThat(summary.accepted()).isEqualTo(1);
        assertThat(summary.files())
                .containsExactly(new ImportSummary.FileSummary(member, "json", 1));
        assertThat(workspace.rawRow(new RowOrigin(member, 2, 2), JobContext.NONE)).isEqualTo(odd);
    }

    /** Runs inherit from tasks that stand behind them in the same document. */
    @Test
    void runsOfADocumentInheritFromItsTasks() throws IOException {
        String bare =
                run(1).replace(
                                ",\"source_layer\":\"layer1\",\"target_agent_type\":\"coder\",\"priority\":50",
                                "");
        String task =
                "{\"id\":\""
                        + ID
                        + "1\",\"priority\":\"High\",\"source_layer\":\"l9\",\"target_agent_type\":\"seer\",\"payload\":1}";
        ImportSummary summary =
                imports(
                        text("a.json", "{\"kpi_reports\":[" + bare + "],\"tasks\":[" + task + "]}"),
                        JobContext.NONE);

        assertThat(summary.entities()).containsEntry(EntityKind.TASK, 1L);
        assertThat(summary.rules()).doesNotContainKey("metadata-missing");
        assertThat(
                        workspace
                                .query(
                                        "SELECT target_agent_type, priority FROM kpi.kpi_reports WHERE task_id = '"
                                                + ID
                                                + "1'",
                                        1,
                                        JobContext.NONE)
                                .rows()
                                .getFirst())
                .hasToString("[seer, 75]");
    }
}
