package org.fleetscope.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.Agent;
import org.fleetscope.model.EntityBatch;
import org.fleetscope.model.TimeRange;
import org.fleetscope.model.Times;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Kills a process that imports, and looks at what it left. */
final class H2StoreCrashTest {
    private static final int EARLIER = 300;

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"rows1", "entities"})
    void anImportKilledBeforeItsCommitLeavesNoTrace(String point) throws Exception {
        List<String> before = importEarlier();
        killAt(point);

        try (H2Store store = H2Store.open(folder)) {
            assertThat(read(store)).isEqualTo(before);
            assertThat(store.info().imports()).hasSize(1);
            assertThat(store.info().quarantined()).isZero();
            assertThat(agentType(store)).isEqualTo("earlier");
            assertThat(taskCounts(store)).containsExactly((long) EARLIER);
            assertThat(dayTables(store)).containsExactly(List.of("kpi_reports_20260131"));
            assertThatTheNextImportWorks(store);
        }
        assertThatOnlyWindowsThatCountAreLeft(1);
    }

    @ParameterizedTest
    @CsvSource({"aggregated, 10", "within an index, 10", "index1, 9", "index7, 3"})
    void anImportKilledWhileItsIndexesAreBuiltIsThereAndTheRestCanBeBuilt(String point, int lacking)
            throws Exception {
        importEarlier();
        killAt(point);

        try (H2Store store = H2Store.open(folder)) {
            assertThat(keysAndIndexes(store)).hasSize(15 - lacking);
            assertThatTheChildsImportIsWhole(store);
            assertThat(store.isIndexed()).isFalse();

            store.index(JobContext.NONE);

            assertThat(store.isIndexed()).isTrue();
            assertThat(keysAndIndexes(store)).hasSize(15);
            assertThatTheChildsImportIsWhole(store);
            assertThat(count(store, "kpi.kpi_reports WHERE agent_id = '" + Runs.AGENT + "'"))
                    .isEqualTo(EARLIER + ChildImport.ROWS);
        }
        try (H2Store store = H2Store.open(folder)) {
            assertThat(keysAndIndexes(store)).hasSize(15);
            assertThat(store.isIndexed()).isTrue();
        }
        assertThatOnlyWindowsThatCountAreLeft(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"committed", "within aggregates"})
    void anImportKilledBeforeItsAggregatesIsThereAndShowsNoneUntilTheyAreMade(String point)
            throws Exception {
        importEarlier();
        killAt(point);

        long[] days = {Times.epochDay(Runs.DAY1), Times.epochDay(Runs.DAY2)};
        try (H2Store store = H2Store.open(folder)) {
            assertThatTheChildsRowsAreWhole(store);
            assertThat(taskCounts(store)).as("no window that lacks rows").isEmpty();
            assertThat(store.daysToAggregate()).containsExactly(days);

            store.aggregates(
                    List.of(Runs.window(Runs.DAY1, 21), Runs.window(Runs.DAY2, 22)),
                    days,
                    JobContext.NONE);

            assertThat(taskCounts(store)).containsExactly(21L, 22L);
            assertThat(store.daysToAggregate()).isEmpty();
        }
        try (H2Store store = H2Store.open(folder)) {
            assertThat(taskCounts(store)).containsExactly(21L, 22L);
            assertThat(store.daysToAggregate()).isEmpty();
        }
        assertThatOnlyWindowsThatCountAreLeft(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10})
    void anImportKilledAroundItsCommitIsThereOrNot(int milliseconds) throws Exception {
        List<String> before = importEarlier();
        try (ChildImport child = ChildImport.start(folder, "race")) {
            child.awaitStop();
            LockSupport.parkNanos(milliseconds * 1_000_000L);
        }

        try (H2Store store = H2Store.open(folder)) {
            if (store.info().imports().size() == 1) {
                assertThat(read(store)).isEqualTo(before);
                assertThat(agentType(store)).isEqualTo("earlier");
                assertThat(taskCounts(store)).containsExactly((long) EARLIER);
                assertThat(store.info().quarantined()).isZero();
            } else {
                assertThatTheChildsRowsAreWhole(store);
            }
        }
    }

    private void killAt(String point) throws Exception {
        try (ChildImport child = ChildImport.start(folder, point)) {
            child.awaitStop();
        }
    }

    private List<String> importEarlier() throws IOException {
        try (H2Store store = H2Store.open(folder)) {
            try (StagedImport staged = store.begin(Runs.header())) {
                staged.rows(Runs.batch(Runs.DAY1, EARLIER, 1));
                staged.entities(
                        new EntityBatch(
                                List.of(),
                                List.of(),
                                List.of(
                                        new Agent(
                                                Runs.AGENT, "earlier", null, List.of(), null, -1)),
                                List.of()));
                staged.commit(Runs.outcome(EARLIER));
                staged.aggregates(
                        List.of(Runs.window(Runs.DAY1, EARLIER)),
                        new long[] {Times.epochDay(Runs.DAY1)});
                staged.index(JobContext.NONE);
            }
            return read(store);
        }
    }

    private static void assertThatTheChildsImportIsWhole(H2Store store) throws IOException {
        assertThatTheChildsRowsAreWhole(store);
        assertThat(taskCounts(store))
                .containsExactly((long) ChildImport.CHANGED, (long) ChildImport.CHANGED);
    }

    private static void assertThatTheChildsRowsAreWhole(H2Store store) throws IOException {
        assertThat(store.info().imports()).hasSize(2);
        assertThat(read(store)).hasSize(EARLIER + ChildImport.ROWS);
        assertThat(count(store, "kpi.kpi_reports")).isEqualTo(EARLIER + ChildImport.ROWS);
        assertThat(agentType(store)).isEqualTo("changed");
        assertThat(store.info().quarantined()).isEqualTo(1);
    }

    private static void assertThatTheNextImportWorks(H2Store store) throws IOException {
        try (StagedImport staged = store.begin(Runs.header())) {
            staged.rows(Runs.batch(Runs.DAY1 + 1, 700, 2_000_000));
            staged.commit(Runs.outcome(700));
            staged.aggregates(
                    List.of(Runs.window(Runs.DAY1, EARLIER + 700)), staged.daysToAggregate());
            staged.index(JobContext.NONE);
        }
        assertThat(count(store, "kpi.kpi_reports")).isEqualTo(EARLIER + 700);
        assertThat(count(store, "kpi.kpi_reports WHERE agent_id = '" + Runs.AGENT + "'"))
                .isEqualTo(EARLIER + 700);
    }

    private static List<String> read(H2Store store) throws IOException {
        List<String> lines = new ArrayList<>();
        store.read(TimeRange.ALL, rows -> lines.addAll(Runs.describe(rows)), JobContext.NONE);
        return lines;
    }

    private static String agentType(H2Store store) throws IOException {
        List<String> types = new ArrayList<>();
        store.readEntities(batch -> batch.agents().forEach(agent -> types.add(agent.agentType())));
        return String.join(",", types);
    }

    private void assertThatOnlyWindowsThatCountAreLeft(int windows) throws SQLException {
        assertThat(Runs.select(folder, "SELECT * FROM \"kpi\".\"aggregation_windows\""))
                .hasSize(windows);
    }

    private static List<@Nullable Object> taskCounts(H2Store store) throws IOException {
        List<@Nullable Object> counts = new ArrayList<>();
        store.query(
                        "SELECT task_count FROM kpi.kpi_aggregations ORDER BY time_window_start",
                        10,
                        JobContext.NONE)
                .rows()
                .forEach(row -> counts.add(row.getFirst()));
        return counts;
    }

    private static long count(H2Store store, String from) throws IOException {
        Object cell =
                store.query("SELECT COUNT(*) FROM " + from, 1, JobContext.NONE)
                        .rows()
                        .getFirst()
                        .getFirst();
        return cell == null ? -1 : (Long) cell;
    }

    /** Those of all day tables, a table's name first; H2 lists a primary key as an index too. */
    private static List<List<@Nullable Object>> keysAndIndexes(H2Store store) throws IOException {
        return store.query(
                        "SELECT table_name, index_name FROM information_schema.indexes WHERE"
                                + " table_name LIKE 'kpi_reports_2%'",
                        100, JobContext.NONE)
                .rows();
    }

    private static List<List<@Nullable Object>> dayTables(H2Store store) throws IOException {
        return store.query(
                        "SELECT table_name FROM information_schema.tables WHERE table_name LIKE"
                                + " 'kpi_reports_2%' ORDER BY 1",
                        10, JobContext.NONE)
                .rows();
    }
}
