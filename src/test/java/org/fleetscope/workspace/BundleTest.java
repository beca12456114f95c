package org.fleetscope.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.CsvOptions;
import org.fleetscope.model.Profile;
import org.fleetscope.model.ReadOptions;
import org.fleetscope.model.RowOrigin;
import org.fleetscope.model.RuleSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of a folder is taken for data, and how a file with a dialect of its own is read again. */
class BundleTest {
    private static final String RUN =
            """
            {"task_id":"00000000-0000-4000-8000-000000000001","agent_id":"00000000-0000-4000-8000-000000000002",\
            "latency_ms":100,"accuracy":0.9,"cpu_usage":0.5,"memory_mb":100,"network_bytes":10,\
            "recorded_at":"2026-03-01T10:00:00Z","execution_context":{"hostname":"h","cpu_cores":1},\
            "custom_metrics":{},"source_layer":"l","target_agent_type":"t","priority":50}
            """;

    @TempDir Path folder;

    private Path file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private ImportSummary run(ImportOptions options, Path... files) throws IOException {
        try (Workspace workspace = LocalWorkspace.open(null)) {
            return workspace.importFiles(
                    List.of(files), options, ImportListener.NONE, JobContext.NONE);
        }
    }

    @Test
    void aFolderMayHoldJsonAndTablesThatAreNoEntities() throws IOException {
        file("export/runs.ndjson", RUN);
        file(
                "export/settings.json",
                "{\"faults\": [{\"kind\": \"spike\", \"agent_id\": \"a\"}], \"seed\": 1}");
        file("export/prices.csv", "item,price\napple,1\npear,2\n");

        ImportSummary summary = run(ImportOptions.DEFAULTS, folder.resolve("export"));

        assertThat(summary.rowsRead()).isEqualTo(1);
        assertThat(summary.rejected()).isZero();
        assertThat(summary.files())
                .filteredOn(f -> f.format().equals(ImportSummary.FileSummary.UNMAPPED))
                .extracting(f -> Path.of(f.path()).getFileName().toString())
                .containsExactlyInAnyOrder("settings.json", "prices.csv");
    }

    @Test
    void aFileThatIsNamedIsJudgedRowByRow() throws IOException {
        Path settings = file("settings.json", "{\"faults\": [{\"kind\": \"spike\"}]}");

        assertThat(run(ImportOptions.DEFAULTS, settings).rejected()).isEqualTo(1);
    }

    /** Complete KPI reports but for what the mapping says the source does not have. */
    @Test
    void aMappingThatOnlyLeavesOutAndSetsFieldsHoldsForRowsWithTheNamesOfTheDomain()
            throws IOException {
        Path runs =
                file(
                        "runs.ndjson",
                        RUN.replace("\"accuracy\":0.9,", "").replace("\"priority\":50", "\"x\":1"));
        Path mapping =
                file(
                        "mapping.json",
                        "{\"name\":\"m\",\"fields\":{\"accuracy\":{\"absent\":true},\"priority\":{\"constant\":\"Low\"}}}");

        ImportSummary summary = run(new ImportOptions(Profile.EXPORT, mapping), runs);

        assertThat(summary.accepted()).isEqualTo(1);
        assertThat(summary.rules()).isEmpty();
    }

    @Test
    void aFolderWithoutAnyEntityIsRefused() throws IOException {
        file("export/settings.json", "{\"faults\": [{\"kind\": \"spike\"}]}");

        assertThatThrownBy(() -> run(ImportOptions.DEFAULTS, folder.resolve("export")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("settings.json")
                .hasMessageContaining("known kind");
    }

    /** Told to skip two lines of another table that stands before. */
    @Test
    void theDialectThatAPersonChoseIsKeptForReadingTheSourceLine() throws IOException {
        Path file =
                file(
                        "odd.csv",
                        "x:y:z\n1:2:3\nid;payload;created_at\n00000000-0000-4000-8000-000000000001;{};2026-03-01T00:00:00Z\n");
        CsvOptions csv = new CsvOptions(";", "", null, true, 2);
        ImportOptions options =
                new ImportOptions(
                        Profile.EXPORT,
                        null,
                        RuleSettings.DEFAULTS,
                        ReadOptions.DEFAULTS.withCsv(csv));
        Path place = folder.resolve("w");
        try (Workspace workspace = LocalWorkspace.open(place)) {
            ImportSummary summary =
                    workspace.importFiles(
                            List.of(file), options, ImportListener.NONE, JobContext.NONE);
            assertThat(summary.accepted()).isEqualTo(1);
        }
        try (Workspace again = LocalWorkspace.open(place)) {
            String raw = again.rawRow(new RowOrigin(file.toString(), 4, 34), JobContext.NONE);
            assertThat(raw).startsWith("00000000-0000-4000-8000-000000000001;{}");
        }
    }

    /** Three tables in one folder: two that need different units, one that is not wanted. */
    @Test
    void whatWasDecidedOfAFileCountsForItAlone() throws IOException {
        String rows = "job;agent;at;took\n1;a;2026-03-01T00:00:0%d.000Z;2\n";
        Path seconds = file("export/a.csv", String.format(Locale.ROOT, rows, 1));
        Path minutes = file("export/b.csv", "export\n" + String.format(Locale.ROOT, rows, 2));
        Path unwanted = file("export/c.csv", String.format(Locale.ROOT, rows, 3));
        String mapping =
                "{\"name\":\"%1$s\",\"ids\":\"name-based\",\"fields\":{\"task_id\":{\"from\":\"job\"},"
                        + "\"agent_id\":{\"from\":\"agent\"},\"recorded_at\":{\"from\":\"at\"},"
                        + "\"latency_ms\":{\"from\":\"took\",\"convert\":\"%1$s\"},\"accuracy\":{\"absent\":true},"
                        + "\"cpu_usage\":{\"absent\":true},\"memory_mb\":{\"absent\":true},\"network_bytes\":{\"absent\":true},\"execution_context\":{\"absent\":true}}}";
        ReadOptions behindTitle =
                ReadOptions.DEFAULTS.withCsv(new CsvOptions(";", null, null, true, 1));
        ImportOptions options =
                ImportOptions.of(
                        Map.of(
                                seconds,
                                FileChoice.of(
                                        ReadOptions.DEFAULTS,
                                        String.format(Locale.ROOT, mapping, "s->ms")),
                                minutes,
                                FileChoice.of(
                                        behindTitle,
                                        String.format(Locale.ROOT, mapping, "min->ms")),
                                unwanted,
                                FileChoice.LEFT_OUT));
        Path place = folder.resolve("w");
        try (Workspace workspace = LocalWorkspace.open(place)) {
            ImportSummary summary =
                    workspace.importFiles(
                            List.of(folder.resolve("export")),
                            options,
                            ImportListener.NONE,
                            JobContext.NONE);
            assertThat(summary.accepted()).isEqualTo(2);
            assertThat(summary.rejected()).isZero();
            assertThat(summary.files())
                    .extracting(ImportSummary.FileSummary::mapping)
                    .containsExactlyInAnyOrder("s->ms", "min->ms");
        }
        try (Workspace again = LocalWorkspace.open(place)) {
            assertThat(
                            again.query(
                                            "SELECT latency_ms FROM kpi.kpi_reports ORDER BY recorded_at",
                                            9,
                                            JobContext.NONE)
                                    .rows())
                    .extracting(row -> ((Number) row.getFirst()).doubleValue())
                    .containsExactly(2000.0, 120_000.0);
            assertThat(again.rawRow(new RowOrigin(minutes.toString(), 3, 25), JobContext.NONE))
                    .isEqualTo("1;a;2026-03-01T00:00:02.000Z;2");
        }
    }
}
