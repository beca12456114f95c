package org.fleetscope.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPOutputStream;
import org.fleetscope.job.JobContext;
import org.fleetscope.job.Progress;
import org.fleetscope.model.EntityKind;
import org.fleetscope.model.RejectedRow;
import org.fleetscope.model.Scope;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From files to a workspace, through the real reader and the real store. */
class ImportTest {
    private static final String METADATA =
            ",\"source_layer\":\"layer1\",\"target_agent_type\":\"coder\",\"priority\":50";
    private static final String GOOD = run("0001", "2026-03-01T10:00:00Z", 120.5);
    private static final String LATER = run("0002", "2026-03-01T10:00:01Z", 130);
    private static final String NEXT_DAY = run("0003", "2026-03-02T00:00:00Z", 140);

    @TempDir private Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() throws IOException {
        workspace = LocalWorkspace.open(folder.resolve("workspace"));
    }

    @AfterEach
    void close() throws IOException {
        workspace.close();
    }

    @Test
    void everyRowReadIsAcceptedRejectedOrSkipped() throws IOException {
        ImportSummary summary =
                imports(
                        GOOD,
                        LATER,
                        GOOD,
                        "{broken",
                        run("0004", "2026-03-01T10:00:02Z", -1),
                        NEXT_DAY);

        assertThat(summary.rowsRead()).isEqualTo(6);
        assertThat(summary.accepted()).isEqualTo(3);
        assertThat(summary.rejected()).isEqualTo(2);
        assertThat(summary.skippedExisting()).isEqualTo(1);
        assertThat(summary.rules())
                .containsOnly(Map.entry("malformed-row", 1L), Map.entry("latency-range", 1L));
        assertThat(summary.entities()).containsOnly(Map.entry(EntityKind.KPI_REPORT, 3L));
        assertThat(workspace.info().quarantined()).isEqualTo(2);
        assertThat(workspace.info().days())
                .containsExactly(
                        new WorkspaceInfo.Day("2026-03-01", 2),
                        new WorkspaceInfo.Day("2026-03-02", 1));
    }

    @Test
    void importingAgainChangesNothing() throws IOException {
        imports(GOOD, LATER, "{broken");
        ImportSummary again = imports(GOOD, LATER, "{broken");

        assertThat(again.accepted()).isZero();
        assertThat(again.skippedExisting()).isEqualTo(2);
        assertThat(again.rejected()).isEqualTo(1);
        assertThat(runs()).isEqualTo(2);
        assertThat(workspace.info().quarantined()).isEqualTo(1);
        assertThat(
                        workspace
                                .query("SELECT COUNT(*) FROM kpi.kpi_reports", 10, JobContext.NONE)
                                .rows())
                .containsExactly(List.of(2L));
    }

    @Test
    void spellingOfTheSameRowDoesNotMatter() throws IOException {
        imports(GOOD);
        String respelled =
                GOOD.replace("120.5", "1.205e2").replace(",\"", ", \"").replace("Z\"", "+00:00\"");

        assertThat(imports(respelled).skippedExisting()).isEqualTo(1);
    }

    @Test
    void contradictingRowsOfOneImportAreBothQuarantined() throws IOException {
        ImportSummary summary = imports(GOOD, LATER, GOOD.replace("120.5", "121.5"));

        assertThat(summary.accepted()).isEqualTo(1);
        assertThat(summary.rejected()).isEqualTo(2);
        assertThat(summary.rules()).containsOnly(Map.entry("duplicate-run", 2L));
        assertThat(runs()).isEqualTo(1);
        assertThat(
                        workspace
                                .query(
                                        "SELECT latency_ms FROM kpi.kpi_reports",
                                        10,
                                        JobContext.NONE)
                                .rows())
                .containsExactly(List.of(130.0));
    }

    @Test
    void storedRowStaysWhenALaterImportContradictsIt() throws IOException {
        imports(GOOD);
        ImportSummary summary = imports(GOOD.replace("120.5", "121.5"));

        assertThat(summary.rejected()).isEqualTo(1);
        assertThat(summary.rules()).containsOnly(Map.entry("duplicate-run", 1L));
        assertThat(
                        workspace
                                .query(
                                        "SELECT latency_ms FROM kpi.kpi_reports",
                                        10,
                                        JobContext.NONE)
                                .rows())
                .containsExactly(List.of(120.5));
    }

    @Test
    void reopenedWorkspaceHoldsTheSame() throws IOException {
        imports(GOOD, LATER, NEXT_DAY);
        var before =
                workspace
                        .view(Scope.ALL, AnalysisSettings.DEFAULTS, JobContext.NONE)
                        .run(1, JobContext.NONE);
        workspace.close();
        workspace = LocalWorkspace.open(folder.resolve("workspace"));

        assertThat(runs()).isEqualTo(3);
        assertThat(
                        workspace
                                .view(Scope.ALL, AnalysisSettings.DEFAULTS, JobContext.NONE)
                                .run(1, JobContext.NONE))
                .isEqualTo(before);
    }

    @Test
    void secondImportOfADayAddsToIt() throws IOException {
        imports(GOOD);
        imports(LATER);

        assertThat(runs()).isEqualTo(2);
        assertThat(
                        workspace
                                .query(
                                        "SELECT task_count, avg_latency_ms FROM kpi.kpi_aggregations WHERE window_seconds = 86400",
                                        10,
                                        JobContext.NONE)
                                .rows())
                .containsExactly(List.of(2L, 125.25));
    }

    @Test
    void resultsThatComeLaterChangeTheSuccessOfStoredRuns() throws IOException {
        imports(GOOD, LATER);
        imports(
                """
                {"task_id":"00000000-0000-4000-8000-000000000001","success":false,"output":{},\
                "execution_time_ms":120,"resource_usage":{"cpu_seconds":1,"memory_peak_mb":1,\
                "network_tx_bytes":1,"network_rx_bytes":1,"disk_io_ops":1},\
                "completed_at":"2026-03-01T10:00:00Z"}\
                """);

        assertThat(dayAggregate("success_rate, success_basis"))
                .containsExactly(List.of(0.0, "results"));
    }

    @Test
    void totalsOfWhatNoRunHasAreMissing() throws IOException {
        imports(GOOD.replace("\"network_bytes\":2048,", ""));

        assertThat(dayAggregate("total_network_bytes IS NULL")).containsExactly(List.of(true));
    }

    @Test
    void entitiesOfABundleAreToldApartByTheirKeysAndFillTheRuns() throws IOException {
        Path bundle = Files.createDirectory(folder.resolve("bundle"));
        Files.writeString(bundle.resolve("a.ndjson"), GOOD.replace(METADATA, "") + "\n");
        Files.writeString(
                bundle.resolve("b.ndjson"),
                """
                {"id":"00000000-0000-4000-8000-000000000001","priority":"High","payload":{"q":1},\
                "created_at":{"secs_since_epoch":1772359199,"nanos_since_epoch":0},"resource_quota":{"max_cpu_cores":1,\
                "max_memory_mb":2048,"max_execution_time_secs":30},"source_layer":"layer2","target_agent_type":"planner",\
                "metadata":{}}
                """);
        ImportSummary summary =
                workspace.importFiles(
                        List.of(bundle),
                        ImportOptions.DEFAULTS,
                        ImportListener.NONE,
                        JobContext.NONE);

        assertThat(summary.entities())
                .containsOnly(Map.entry(EntityKind.KPI_REPORT, 1L), Map.entry(EntityKind.TASK, 1L));
        assertThat(summary.rules()).isEmpty();
        assertThat(
                        workspace
                                .query(
                                        "SELECT source_layer, target_agent_type, priority FROM kpi.kpi_reports",
                                        10,
                                        JobContext.NONE)
                                .rows())
                .containsExactly(List.of("layer2", "planner", 75L));
    }

    @Test
    void gzipIsRead() throws IOException {
        Path file = folder.resolve("runs.ndjson.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write((GOOD + "\n" + LATER).getBytes(StandardCharsets.UTF_8));
        }
        assertThat(
                        workspace
                                .importFiles(
                                        List.of(file),
                                        ImportOptions.DEFAULTS,
                                        ImportListener.NONE,
                                        JobContext.NONE)
                                .accepted())
                .isEqualTo(2);
    }

    @Test
    void cancelledImportLeavesNoTrace() throws IOException {
        imports(GOOD);
        JobContext cancelled =
                new JobContext() {
                    @Override
                    public void progress(Progress progress) {}

                    @Override
                    public boolean isCancelled() {
                        return true;
                    }
                };
        Path file = write(LATER);

        assertThatThrownBy(() ->
                        workspace.importFiles(
                                List.of(file),
                                ImportOptions.DEFAULTS,
                                ImportListener.NONE,
                                cancelled))
                .isInstanceOf(CancellationException.class);
        assertThat(runs()).isEqualTo(1);
        assertThat(workspace.info().imports()).hasSize(1);
    }

    @Test
    void importCancelledWhileItIsWrittenLeavesNoTrace() throws IOException {
        imports(GOOD);
        AtomicBoolean cancelled = new AtomicBoolean();
        JobContext job =
                new JobContext() {
                    @Override
                    public void progress(Progress progress) {}

                    @Override
                    public boolean isCancelled() {
                        return cancelled.get();
                    }
                };
        ImportListener cancelling =
                new ImportListener() {
                    @Override
                    public void analysisReady() {
                        cancelled.set(true);
                    }
                };
        Path file = write(LATER);

        assertThatThrownBy(() ->
                        workspace.importFiles(
                                List.of(file), ImportOptions.DEFAULTS, cancelling, job))
                .isInstanceOf(CancellationException.class);

        assertThat(runs()).isEqualTo(1);
        assertThat(workspace.info().imports()).hasSize(1);
        assertThat(dayAggregate("task_count")).containsExactly(List.of(1L));
        imports(LATER);
        assertThat(dayAggregate("task_count")).containsExactly(List.of(2L));
    }

    @Test
    void validationStoresNothingAndNamesEveryRejectedRow() throws IOException {
        List<RejectedRow> rejected = new ArrayList<>();
        ImportSummary summary =
                workspace.validate(
                        List.of(write(GOOD, "{broken", GOOD.replace("120.5", "121.5"))),
                        ImportOptions.DEFAULTS,
                        rejected::add,
                        JobContext.NONE);

        assertThat(summary.accepted()).isZero();
        assertThat(summary.rejected()).isEqualTo(3);
        assertThat(rejected).extracting(row -> row.origin().line()).containsExactly(2L, 3L, 1L);
        assertThat(rejected.get(2).raw()).isEqualTo(GOOD);
        assertThat(runs()).isZero();
    }

    @Test
    void missingFileIsNamed() {
        assertThatThrownBy(() ->
                        workspace.importFiles(
                                List.of(folder.resolve("nowhere.ndjson")),
                                ImportOptions.DEFAULTS,
                                ImportListener.NONE,
                                JobContext.NONE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("nowhere.ndjson");
    }

    @Test
    void rawRowIsTheLineOfTheFile() throws IOException {
        imports(GOOD, LATER);
        var run =
                workspace
                        .view(Scope.ALL, AnalysisSettings.DEFAULTS, JobContext.NONE)
                        .run(1, JobContext.NONE);

        assertThat(workspace.rawRow(run.origin(), JobContext.NONE)).isEqualTo(LATER);
    }

    private List<List<@Nullable Object>> dayAggregate(String columns) throws IOException {
        String sql =
                "SELECT " + columns + " FROM kpi.kpi_aggregations WHERE window_seconds = 86400";
        return workspace.query(sql, 10, JobContext.NONE).rows();
    }

    private long runs() {
        return workspace.view(Scope.ALL, AnalysisSettings.DEFAULTS, JobContext.NONE).runs();
    }

    private ImportSummary imports(String... rows) throws IOException {
        return workspace.importFiles(
                List.of(write(rows)), ImportOptions.DEFAULTS, ImportListener.NONE, JobContext.NONE);
    }

    private Path write(String... rows) throws IOException {
        return Files.writeString(folder.resolve("runs.ndjson"), String.join("\n", rows) + "\n");
    }

    private static String run(String id, String recordedAt, double latency) {
        return "{\"task_id\":\"00000000-0000-4000-8000-00000000"
                + id
                + "\",\"agent_id\":\"11111111-0000-4000-8000-000000000001\",\"latency_ms\":"
                + latency
                + ",\"accuracy\":0.9,\"cpu_usage\":0.25,\"memory_mb\":512.5,\"network_bytes\":2048"
                + ",\"custom_metrics\":{\"tokens\":17},\"recorded_at\":\""
                + recordedAt
                + "\",\"execution_context\":{\"hostname\":\"node-1\",\"resources\":{\"cpu_cores\":4}}"
                + METADATA
                + "}";
    }
}
