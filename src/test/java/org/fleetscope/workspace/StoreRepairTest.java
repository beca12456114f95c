package org.fleetscope.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.fleetscope.frame.FrameBuilder;
import org.fleetscope.job.JobContext;
import org.fleetscope.job.Progress;
import org.fleetscope.model.Scope;
import org.fleetscope.model.TimeRange;
import org.fleetscope.store.H2Store;
import org.fleetscope.store.ImportHeader;
import org.fleetscope.store.StagedImport;
import org.fleetscope.store.Store;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Aggregates and indexes of an import that is durable already: when they are made, and when not.
 */
final class StoreRepairTest {
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
    private void importRowsAlone() throws IOException {
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
    void whatIsMissingIsMadeInTheBackground() throws IOException {
        importRowsAlone();
        try (Store store = H2Store.open(place)) {
            assertThat(store.daysToAggregate()).hasSize(1);
            try (StoreRepair repair = start(store)) {
                assertThat(repair).isNotNull();
                if (repair != null) {
                    repair.await();
                }
            }
            assertThat(store.daysToAggregate()).isEmpty();
            assertThat(store.isIndexed()).isTrue();
            assertThat(start(store)).isNull();
        }
    }

    private static @Nullable StoreRepair start(Store store) throws IOException {
        return start(store, new ReentrantLock());
    }

    private static @Nullable StoreRepair start(Store store, Lock importing) throws IOException {
        FrameBuilder frame = new FrameBuilder();
        store.read(TimeRange.ALL, frame::add, JobContext.NONE);
        return StoreRepair.startWhenNeeded(
                store, WorkspaceState.empty().with(frame.build(), new EntityIndex(), 0), importing);
    }

    @Test
    void queriesSeeAggregatesThatAnEarlierProcessLeftUnmade() throws IOException {
        importRowsAlone();
        try (Workspace workspace = LocalWorkspace.open(place)) {
            // One run in four windows: a minute, five, an hour, a day.
            assertThat(windows(workspace))
                    .containsExactly(
                            List.of(60L, 1L, 120.5),
                            List.of(300L, 1L, 120.5),
                            List.of(3600L, 1L, 120.5),
                            List.of(86400L, 1L, 120.5));
        }
    }

    @Test
    void anImportMakesTheAggregatesThatAnEarlierOneLacks() throws IOException {
        importRowsAlone();
        Files.writeString(file, RUN.replace("2026-03-01", "2026-03-02"));
        try (Workspace workspace = LocalWorkspace.open(place)) {
            workspace.importFiles(
                    List.of(file), ImportOptions.DEFAULTS, ImportListener.NONE, JobContext.NONE);
            assertThat(windows(workspace)).hasSize(8);
        }
    }

    @Test
    void noAggregatesAreMadeOfRunsThatLackThoseOfALaterImport() throws Exception {
        importRowsAlone();
        try (Store store = H2Store.open(place)) {
            ReentrantLock importing = new ReentrantLock();
            importing.lock();
            try (StoreRepair repair = start(store, importing)) {
                // An import that ends between its commit and its aggregates.
                try (StagedImport staged = store.begin(new ImportHeader(0, List.of(), "{}"))) {
                    staged.commit(
                            new StagedImport.ImportOutcome(
                                    0, 0, 0, 0, Map.of(), Map.of(), Map.of()));
                }
                importing.unlock();
                if (repair != null) {
                    repair.awaitAggregates();
                }
            }
            assertThat(store.daysToAggregate()).hasSize(1);
        }
    }

    private static List<List<@Nullable Object>> windows(Workspace workspace) throws IOException {
        return workspace
                .query(
                        "SELECT window_seconds, task_count, avg_latency_ms FROM"
                                + " kpi.kpi_aggregations ORDER BY 1",
                        100,
                        JobContext.NONE)
                .rows();
    }

    @Test
    void aWorkspaceClosedDuringTheRepairIsWhole() throws IOException {
        importRowsAlone();
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
        importRowsAlone();
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
