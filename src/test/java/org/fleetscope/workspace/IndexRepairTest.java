package org.fleetscope.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.fleetscope.job.JobContext;
import org.fleetscope.job.Progress;
import org.fleetscope.model.Scope;
import org.fleetscope.store.H2Store;
import org.fleetscope.store.Store;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Indexes of an import that is durable already: when they are built, and when they are missing. */
final class IndexRepairTest {
    private static final String RUN =
            """
            {"task_id":"00000000-0000-4000-8000-000000000001",\
            "agent_id":"11111111-0000-4000-8000-000000000001","latency_ms":120.5,"accuracy":0.9,\
            "cpu_usage":0.25,"memory_mb":512.5,"network_bytes":2048,"custom_metrics":{"tokens":17},\
            "recorded_at":"2026-03-01T10:00:00Z",\
            "execution_context":{"hostname":"node-1","resources":{"cpu_cores":4}}}
            """;
    private static final String KEYS_AND_INDEXES =
            "SELECT index_name FROM information_schema.indexes WHERE table_name ="
                    + " 'kpi_reports_20260301'";

    @TempDir private Path folder;
    private Path place;
    private Path file;

    @BeforeEach
    void writeFile() throws IOException {
        place = folder.resolve("workspace");
        file = Files.writeString(folder.resolve("runs.ndjson"), RUN);
    }

    /** Ends as a process would that dies when its rows are durable. */
    private void importWithoutIndexes() throws IOException {
        ImportListener failing =
                new ImportListener() {
                    @Override
                    public void rowsDurable() {
                        throw new IllegalStateException("the end");
                    }
                };
        try (Workspace workspace = LocalWorkspace.open(place)) {
            assertThatThrownBy(() ->
                            workspace.importFiles(
                                    List.of(file),
                                    ImportOptions.DEFAULTS,
                                    failing,
                                    JobContext.NONE))
                    .hasMessage("the end");
            assertThat(runs(workspace)).as("what is durable stays in sight").isEqualTo(1);
            assertThat(count(workspace)).isZero();
        }
    }

    @Test
    void rowsAreDurableBeforeTheirIndexesAndCanNoLongerBeCancelled() throws IOException {
        AtomicBoolean cancelled = new AtomicBoolean();
        List<Integer> seen = new ArrayList<>();
        try (Workspace workspace = LocalWorkspace.open(place)) {
            ImportListener cancelling =
                    new ImportListener() {
                        @Override
                        public void rowsDurable() {
                            seen.add(workspace.info().imports().size());
                            cancelled.set(true);
                        }
                    };
            List<String> phases = new ArrayList<>();
            JobContext job =
                    new JobContext() {
                        @Override
                        public void progress(Progress progress) {
                            phases.add(progress.phase());
                        }

                        @Override
                        public boolean isCancelled() {
                            return cancelled.get();
                        }
                    };
            workspace.importFiles(List.of(file), ImportOptions.DEFAULTS, cancelling, job);

            assertThat(seen).containsExactly(1);
            assertThat(phases).endsWith("Building indexes");
            assertThat(count(workspace)).isEqualTo(5);
            assertThat(runs(workspace)).isEqualTo(1);
        }
    }

    @Test
    void missingIndexesAreBuiltInTheBackground() throws IOException {
        importWithoutIndexes();
        try (Store store = H2Store.open(place);
                IndexRepair repair = IndexRepair.startWhenNeeded(store)) {
            assertThat(repair).isNotNull();
            if (repair != null) {
                repair.await();
            }
            assertThat(store.isIndexed()).isTrue();
            assertThat(IndexRepair.startWhenNeeded(store)).isNull();
        }
    }

    @Test
    void aWorkspaceClosedDuringTheRepairIsWhole() throws IOException {
        importWithoutIndexes();
        try (Workspace workspace = LocalWorkspace.open(place)) {
            assertThat(runs(workspace)).isEqualTo(1);
        }
        try (Store store = H2Store.open(place)) {
            store.index(JobContext.NONE);
            assertThat(store.isIndexed()).isTrue();
        }
    }

    @Test
    void anImportIsNotRefusedDuringTheRepair() throws IOException {
        importWithoutIndexes();
        try (Workspace workspace = LocalWorkspace.open(place)) {
            Files.writeString(file, RUN.replace("T10", "T11").replace("0001\",", "0002\","));
            workspace.importFiles(
                    List.of(file), ImportOptions.DEFAULTS, ImportListener.NONE, JobContext.NONE);
            assertThat(runs(workspace)).isEqualTo(2);
        }
    }

    private static long runs(Workspace workspace) {
        return workspace.view(Scope.ALL, AnalysisSettings.DEFAULTS, JobContext.NONE).runs();
    }

    private static int count(Workspace workspace) throws IOException {
        return workspace.query(KEYS_AND_INDEXES, 10, JobContext.NONE).rows().size();
    }
}
