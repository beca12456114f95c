package org.fleetscope.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.Times;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class H2StoreSchemaTest {
    @TempDir Path folder;

    @Test
    void theEmptyViewHasTheColumnsOfADay() throws IOException {
        try (H2Store store = H2Store.open(folder.resolve("new/workspace"))) {
            assertThat(store.query("SELECT * FROM kpi.kpi_reports", 10, JobContext.NONE).rows())
                    .isEmpty();
            List<List<@Nullable Object>> empty = columns(store, "kpi_reports");
            storeOne(store);
            assertThat(columns(store, "kpi_reports")).isEqualTo(empty);
        }
    }

    @Test
    void aDayHasTheSourcesColumnsKeyAndIndexes() throws IOException {
        try (H2Store store = H2Store.open(folder)) {
            storeOne(store);

            assertThat(columns(store, "kpi_reports_20260131"))
                    .contains(
                            List.of("recorded_at", "timestamp", 6L),
                            List.of("task_id", "uuid", -1L),
                            List.of("agent_id", "uuid", -1L),
                            List.of("latency_ms", "double precision", -1L),
                            List.of("accuracy", "double precision", -1L),
                            List.of("cpu_usage", "double precision", -1L),
                            List.of("memory_mb", "double precision", -1L),
                            List.of("network_bytes", "bigint", -1L),
                            List.of("execution_context", "json", -1L),
                            List.of("custom_metrics", "json", -1L),
                            List.of("source_layer", "character varying", -1L),
                            List.of("target_agent_type", "character varying", -1L),
                            List.of("priority", "integer", -1L));
            assertThat(
                            store.query(
                                            "SELECT i.index_name, LISTAGG(c.column_name || ' ' ||"
                                                    + " c.ordering_specification, ',') WITHIN GROUP"
                                                    + " (ORDER BY c.ordinal_position) FROM"
                                                    + " information_schema.indexes i JOIN"
                                                    + " information_schema.index_columns c USING"
                                                    + " (index_schema, index_name) WHERE i.table_name ="
                                                    + " 'kpi_reports_20260131' AND i.index_type_name <>"
                                                    + " 'PRIMARY KEY' GROUP BY i.index_name ORDER BY 1",
                                            10,
                                            JobContext.NONE)
                                    .rows())
                    .containsExactly(
                            List.of("idx_agent_time_20260131", "agent_id ASC,recorded_at DESC"),
                            List.of(
                                    "idx_agent_type_time_20260131",
                                    "target_agent_type ASC,recorded_at DESC"),
                            List.of(
                                    "idx_performance_time_20260131",
                                    "accuracy ASC,latency_ms ASC,recorded_at DESC"),
                            List.of("idx_task_time_20260131", "task_id ASC,recorded_at DESC"));
            assertThat(primaryKey(store, "kpi_reports_20260131"))
                    .containsExactly(List.of("recorded_at"), List.of("task_id"));
        }
    }

    @Test
    void aggregationsHaveTheSourcesColumnsAndAKeyThatTellsWindowsApart()
            throws IOException, SQLException {
        try (H2Store store = H2Store.open(folder)) {
            assertThat(columns(store, "kpi_aggregations"))
                    .extracting(column -> column.getFirst())
                    .contains(
                            "time_window_start",
                            "time_window_end",
                            "agent_id",
                            "avg_latency_ms",
                            "avg_accuracy",
                            "avg_cpu_usage",
                            "avg_memory_mb",
                            "total_network_bytes",
                            "latency_stddev",
                            "accuracy_stddev",
                            "task_count",
                            "success_rate",
                            "performance_score",
                            "efficiency_ratio");
        }
        // One import's windows are told apart by the source's key and their length.
        assertThat(
                        select(
                                "SELECT k.column_name FROM information_schema.key_column_usage k JOIN"
                                        + " information_schema.table_constraints c USING"
                                        + " (constraint_schema, constraint_name) WHERE"
                                        + " c.constraint_type = 'PRIMARY KEY' AND c.table_name ="
                                        + " 'aggregation_windows' ORDER BY k.ordinal_position"))
                .containsExactly("time_window_start", "agent_id", "window_seconds", "import_id");
    }

    @Test
    void aggregationsAreLookedUpByWindowAndAgentThroughTheKey() throws IOException {
        try (H2Store store = H2Store.open(folder)) {
            try (StagedImport staged = store.begin(Runs.header())) {
                staged.commit(Runs.outcome(0));
                staged.aggregates(
                        IntStream.range(1, 1440)
                                .mapToObj(i -> Runs.window(Runs.DAY1 + i * Times.MINUTE, i))
                                .toList(),
                        new long[] {Times.epochDay(Runs.DAY1)});
            }
            String lookUp =
                    "SELECT task_count FROM kpi_aggregations WHERE time_window_start = TIMESTAMP"
                            + " '2026-01-31 00:07:00' AND agent_id = UUID '"
                            + Runs.AGENT
                            + "'";

            assertThat(store.query(lookUp, 10, JobContext.NONE).rows())
                    .containsExactly(List.of(7L));
            assertThat(store.query("EXPLAIN " + lookUp, 1, JobContext.NONE).rows().toString())
                    .containsPattern(
                            "PRIMARY_KEY_[0-9A-F_]+: time_window_start IS NOT DISTINCT FROM \\?1\\s+AND"
                                    + " agent_id IS NOT DISTINCT FROM \\?2")
                    .containsPattern("PRIMARY_KEY_[0-9A-F_]+: epoch_day = w\\.epoch_day")
                    .doesNotContain("tableScan");
        }
    }

    @Test
    void windowsThatDoNotCountAreDeleted() throws IOException, SQLException {
        long[] day = {Times.epochDay(Runs.DAY1)};
        try (H2Store store = H2Store.open(folder)) {
            try (StagedImport staged = store.begin(Runs.header())) {
                staged.commit(Runs.outcome(0));
                staged.aggregates(List.of(Runs.window(Runs.DAY1, 5)), day);
            }
            try (StagedImport staged = store.begin(Runs.header())) {
                staged.rows(Runs.batch(Runs.DAY1, 2, 1));
                staged.commit(Runs.outcome(2));
            }
            assertThat(store.query("SELECT * FROM kpi_aggregations", 1, JobContext.NONE).rows())
                    .as("the day has rows that its windows do not know")
                    .isEmpty();
            assertThat(store.daysToAggregate()).containsExactly(day);
            try (StagedImport staged = store.begin(Runs.header())) {
                staged.commit(Runs.outcome(0));
                staged.aggregates(List.of(Runs.window(Runs.DAY1, 7)), day);
            }
        }
        assertThat(select("SELECT task_count FROM \"kpi\".\"aggregation_windows\""))
                .containsExactly("8");
        assertThat(select("SELECT * FROM \"staging\".\"aggregated_days\"")).isEmpty();
    }

    @Test
    void aWorkspaceOfANewerVersionIsRefusedClearly() throws IOException, SQLException {
        H2Store.open(folder).close();
        change(
                "INSERT INTO \"kpi\".\"flyway_schema_history\" VALUES (99, '99', 'later', 'SQL',"
                        + " 'V99__later.sql', 1, 'sa', CURRENT_TIMESTAMP, 1, TRUE)");

        assertThatThrownBy(() -> H2Store.open(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("newer Fleetscope (schema version 99)");
        assertThatThrownBy(() -> H2Store.open(folder))
                .as("the lock of the failed attempt is gone")
                .hasMessageContaining("newer Fleetscope");
    }

    @Test
    void aViewThatDoesNotMatchTheCatalogIsRebuilt() throws IOException, SQLException {
        try (H2Store store = H2Store.open(folder)) {
            storeOne(store);
        }
        change("DROP VIEW \"kpi\".\"kpi_reports\"");

        try (H2Store store = H2Store.open(folder)) {
            assertThat(
                            store.query("SELECT COUNT(*) FROM kpi.kpi_reports", 1, JobContext.NONE)
                                    .rows())
                    .containsExactly(List.of(1L));
        }
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = Runs.administrator(folder);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> select(String sql) throws SQLException {
        return Runs.select(folder, sql);
    }

    private static void storeOne(H2Store store) throws IOException {
        try (StagedImport staged = store.begin(Runs.header())) {
            staged.rows(Runs.batch(Runs.DAY1, 1, 1));
            staged.commit(Runs.outcome(1));
            staged.index(JobContext.NONE);
        }
    }

    private static List<List<@Nullable Object>> columns(H2Store store, String table)
            throws IOException {
        return store.query(
                        "SELECT column_name, LOWER(data_type), CASE WHEN data_type LIKE 'TIMESTAMP%'"
                                + " THEN datetime_precision ELSE -1 END FROM"
                                + " information_schema.columns WHERE table_name = '"
                                + table
                                + "' ORDER BY ordinal_position",
                        100,
                        JobContext.NONE)
                .rows();
    }

    private static List<List<@Nullable Object>> primaryKey(H2Store store, String table)
            throws IOException {
        return store.query(
                        "SELECT k.column_name FROM information_schema.key_column_usage k JOIN"
                                + " information_schema.table_constraints c USING (constraint_schema,"
                                + " constraint_name) WHERE c.constraint_type = 'PRIMARY KEY' AND"
                                + " c.table_name = '"
                                + table
                                + "' ORDER BY k.ordinal_position",
                        10,
                        JobContext.NONE)
                .rows();
    }
}
