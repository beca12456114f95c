package org.fleetscope.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.RejectedRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Time series into a workspace. */
class SeriesImportTest {
    private static final Path EXPORT =
            Path.of("src/test/resources/series/victoriametrics-export.jsonl");

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

    private ImportSummary imports(Path file) throws IOException {
        return workspace.importFiles(
                List.of(file), ImportOptions.DEFAULTS, ImportListener.NONE, JobContext.NONE);
    }

    @Test
    void anExportIsImportedWithoutAMappingAndOnlyOnce() throws IOException {
        ImportSummary summary = imports(EXPORT);

        // One of the twelve runs was written without its accuracy.
        assertThat(summary.rowsRead()).isEqualTo(12);
        assertThat(summary.accepted()).isEqualTo(11);
        assertThat(summary.rules()).containsEntry("accuracy-range", 1L);
        assertThat(summary.files().getFirst().format()).isEqualTo("victoriametrics");
        assertThat(imports(EXPORT).skippedExisting()).isEqualTo(11);
    }

    @Test
    void nothingLandsOfAnAnswerThatEndsWithAnError() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("query.csv"),
                        """
                        #datatype,string,long,dateTime:RFC3339,double,string,string
                        ,result,table,_time,latency_ms,_measurement,task_id
                        ,,0,2026-01-31T10:00:00Z,1.5,kpi,11111111-2222-4333-8444-555555555555

                        #datatype,string,string
                        ,error,reference
                        ,query timed out,897
                        """);

        assertThatThrownBy(() -> imports(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("query.csv, line 7, byte ")
                .hasMessageContaining("\"query timed out\" (reference 897)");
        assertThat(workspace.info().imports()).isEmpty();
        assertThat(workspace.info().quarantined()).isZero();
    }

    @Test
    void aRowThatALaterOneContradictsIsFoundAgainInItsFile() throws IOException {
        String run =
                "kpi,task_id=11111111-2222-4333-8444-555555555555,agent_id=11111111-2222-4333-8444-555555555556,"
                        + "execution_context.hostname=h%s latency_ms=5,accuracy=1,cpu_usage=0.5,memory_mb=5,"
                        + "execution_context.cpu_cores=2i 1769850000";
        Path file =
                Files.writeString(
                        folder.resolve("points.lp"), run.formatted(1) + "\n" + run.formatted(2));
        List<RejectedRow> rejected = new ArrayList<>();
        ImportSummary summary =
                workspace.validate(
                        List.of(file), ImportOptions.DEFAULTS, rejected::add, JobContext.NONE);

        assertThat(summary.rules()).containsAllEntriesOf(Map.of("duplicate-run", 2L));
        assertThat(rejected)
                .extracting(RejectedRow::raw)
                .containsExactlyInAnyOrder(run.formatted(1), run.formatted(2));
    }
}
