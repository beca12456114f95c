package org.fleetscope.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.fleetscope.job.JobContext;
import org.fleetscope.job.Progress;
import org.fleetscope.model.TimeRange;
import org.fleetscope.model.Times;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys and indexes come after the commit, and can be finished later. */
final class H2StoreIndexTest {
    private static final String LOOK_UP =
            "SELECT latency_ms FROM kpi.kpi_reports WHERE task_id = '" + Runs.task(3) + "'";

    @TempDir Path folder;
    private H2Store store;

    @BeforeEach
    void open() throws IOException {
        store = H2Store.open(folder);
    }

    @AfterEach
    void close() throws IOException {
        store.close();
    }

    /** A job that notes what is done, and is cancelled once that much is. */
    private static final class CancelledAt implements JobContext {
        private final long limit;
        private final List<Long> done = new ArrayList<>();

        CancelledAt(long limit) {
            this.limit = limit;
        }

        @Override
        public void progress(Progress progress) {
            done.add(progress.done());
        }

        @Override
        public boolean isCancelled() {
            return done.getLast() >= limit;
        }
    }

    @Test
    void committedRowsAreFoundBeforeTheyHaveIndexes() throws IOException {
        try (StagedImport staged = store.begin(Runs.header())) {
            staged.rows(Runs.batch(Runs.DAY1, 5, 1));
            staged.commit(Runs.outcome(5));

            assertThat(store.isIndexed()).isFalse();
            assertThat(indexesOf("kpi_reports_20260131")).isZero();
            assertThat(plan()).contains("tableScan");
            assertThat(cell(LOOK_UP)).isEqualTo(102.0);
            assertThat(store.days()).extracting(Store.StoredDay::rows).containsExactly(5L);

            staged.index(JobContext.NONE);
        }

        assertThat(store.isIndexed()).isTrue();
        assertThat(plan()).contains("idx_task_time_20260131").doesNotContain("tableScan");
        assertThat(cell(LOOK_UP)).isEqualTo(102.0);
    }

    @Test
    void onlyDaysWithRowsTakenBackHaveAKeyBeforeTheIndexes() throws IOException {
        try (StagedImport staged = store.begin(Runs.header())) {
            staged.rows(Runs.batch(Runs.DAY2 - 3 * Times.SECOND, 6, 1));
            staged.retract(List.of(new long[] {Runs.DAY2 - Times.SECOND, 0x4000, 3}));
            staged.commit(Runs.outcome(5));

            assertThat(indexesOf("kpi_reports_20260131")).isEqualTo(1);
            assertThat(indexesOf("kpi_reports_20260201")).isZero();
            assertThat(store.query(LOOK_UP, 1, JobContext.NONE).rows()).isEmpty();

            staged.index(JobContext.NONE);
        }

        assertThat(indexesOf("kpi_reports_20260131")).isEqualTo(5);
        assertThat(indexesOf("kpi_reports_20260201")).isEqualTo(5);
        assertThat(cell("SELECT COUNT(*) FROM kpi.kpi_reports")).isEqualTo(5L);
    }

    @Test
    void buildingStopsBetweenTwoIndexesAndIsTakenUpLater() throws IOException {
        CancelledAt third = new CancelledAt(3);
        try (StagedImport staged = store.begin(Runs.header())) {
            staged.rows(Runs.batch(Runs.DAY2 - 2 * Times.SECOND, 5, 1));
            staged.commit(Runs.outcome(5));
            assertThatThrownBy(() -> staged.index(third)).isInstanceOf(CancellationException.class);
        }
        assertThat(third.done).containsExactly(0L, 1L, 2L, 3L);
        assertThat(indexesOf("kpi_reports_20260131")).isEqualTo(3);
        assertThat(read()).isEqualTo(Runs.describe(Runs.batch(Runs.DAY2 - 2 * Times.SECOND, 5, 1)));

        CancelledAt sixth = new CancelledAt(6);
        assertThatThrownBy(() -> store.index(sixth)).isInstanceOf(CancellationException.class);
        assertThat(sixth.done).as("goes on where it stopped").startsWith(3L, 4L, 5L).endsWith(6L);
        store.close();

        store = H2Store.open(folder);
        assertThat(store.isIndexed()).as("opening builds nothing").isFalse();
        store.index(JobContext.NONE);
        assertThat(store.isIndexed()).isTrue();
        assertThat(indexesOf("kpi_reports_20260131")).isEqualTo(5);
        assertThat(indexesOf("kpi_reports_20260201")).isEqualTo(5);
    }

    @Test
    void nothingIsDoneWhenNothingIsMissing() throws IOException {
        assertThat(store.isIndexed()).isTrue();
        store.index(new CancelledAt(0));
        try (StagedImport staged = store.begin(Runs.header())) {
            staged.rows(Runs.batch(Runs.DAY1, 2, 1));
            staged.commit(Runs.outcome(2));
            staged.index(JobContext.NONE);
            staged.index(new CancelledAt(0));
        }
        store.index(new CancelledAt(0));
        assertThat(indexesOf("kpi_reports_20260131")).isEqualTo(5);
    }

    @Test
    void theStoreWaitsForARunningImport() throws IOException {
        try (StagedImport unindexed = store.begin(Runs.header())) {
            unindexed.rows(Runs.batch(Runs.DAY1, 2, 1));
            unindexed.commit(Runs.outcome(2));
        }
        try (StagedImport running = store.begin(Runs.header())) {
            running.rows(Runs.batch(Runs.DAY1, 2, 50));
            CancelledAt waiting = new CancelledAt(0);
            waiting.done.add(0L);
            assertThatThrownBy(() -> store.index(waiting))
                    .isInstanceOf(CancellationException.class);
            assertThat(indexesOf("kpi_reports_20260131")).isZero();
        }
        store.index(JobContext.NONE);
        assertThat(store.isIndexed()).isTrue();
        store.begin(Runs.header()).close();
    }

    @Test
    void indexesBeforeTheCommitAreRefused() throws IOException {
        try (StagedImport staged = store.begin(Runs.header())) {
            staged.rows(Runs.batch(Runs.DAY1, 2, 1));
            assertThatThrownBy(() -> staged.index(JobContext.NONE))
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThat(store.days()).isEmpty();
    }

    private List<String> read() throws IOException {
        List<String> lines = new ArrayList<>();
        store.read(TimeRange.ALL, rows -> lines.addAll(Runs.describe(rows)), JobContext.NONE);
        return lines;
    }

    private Object cell(String sql) throws IOException {
        Object cell = store.query(sql, 1, JobContext.NONE).rows().getFirst().getFirst();
        return cell == null ? "NULL" : cell;
    }

    private String plan() throws IOException {
        return cell("EXPLAIN " + LOOK_UP).toString();
    }

    /** Its primary key is one of them. */
    private long indexesOf(String table) throws IOException {
        return (Long)
                cell(
                        "SELECT COUNT(*) FROM information_schema.indexes WHERE table_name = '"
                                + table
                                + "'");
    }
}
