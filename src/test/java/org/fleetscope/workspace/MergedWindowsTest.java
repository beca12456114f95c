package org.fleetscope.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.StringJoiner;
import org.fleetscope.job.JobContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Windows that an import stored, merged by SQL into coarser ones. */
final class MergedWindowsTest {
    private static final String MERGED =
            "SELECT agent_id, %1$s AS w, SUM(task_count), SUM(latency_count), SUM(sum_latency_ms),"
                    + " SUM(sum_sq_latency_ms), SUM(sum_accuracy), SUM(outcome_count),"
                    + " SUM(success_count), MIN(min_latency_ms), MAX(max_latency_ms),"
                    + " SUM(sum_cpu_usage), SUM(sum_memory_mb), SUM(total_network_bytes),"
                    + " SUM(sum_performance_score), SUM(sum_efficiency_ratio),"
                    + " kpi.merged_quantile(latency_sketch, 0.5),"
                    + " kpi.merged_quantile(latency_sketch, 0.95),"
                    + " kpi.merged_quantile(latency_sketch, 0.99) FROM kpi.kpi_aggregations WHERE"
                    + " window_seconds = %2$d GROUP BY agent_id, w ORDER BY 1, 2";
    private static final String STORED =
            "SELECT agent_id, time_window_start, task_count, latency_count, sum_latency_ms,"
                    + " sum_sq_latency_ms, sum_accuracy, outcome_count, success_count,"
                    + " min_latency_ms, max_latency_ms, sum_cpu_usage, sum_memory_mb,"
                    + " total_network_bytes, sum_performance_score, sum_efficiency_ratio,"
                    + " p50_latency_ms, p95_latency_ms, p99_latency_ms FROM kpi.kpi_aggregations"
                    + " WHERE window_seconds = %d ORDER BY 1, 2";
    private static final int FIRST_QUANTILE = 16;

    @TempDir private Path folder;

    @Test
    void anyCoarserWindowIsTheMergeOfTheFinerOnes() throws IOException {
        try (Workspace workspace = LocalWorkspace.open(folder.resolve("workspace"))) {
            workspace.importFiles(
                    List.of(Files.writeString(folder.resolve("runs.ndjson"), runs())),
                    ImportOptions.DEFAULTS,
                    ImportListener.NONE,
                    JobContext.NONE);
            assertMerges(workspace, 60, 3600, "DATE_TRUNC(HOUR, time_window_start)");
            assertMerges(workspace, 300, 86_400, "DATE_TRUNC(DAY, time_window_start)");
            assertMerges(workspace, 3600, 86_400, "DATE_TRUNC(DAY, time_window_start)");
        }
    }

    private static void assertMerges(Workspace workspace, int fine, int coarse, String window)
            throws IOException {
        var merged = workspace.query(MERGED.formatted(window, fine), 9999, JobContext.NONE).rows();
        var stored = workspace.query(STORED.formatted(coarse), 9999, JobContext.NONE).rows();
        assertThat(merged).hasSameSizeAs(stored).hasSizeGreaterThan(3);
        for (int row = 0; row < merged.size(); row++) {
            assertThat(merged.get(row).subList(0, 4)).isEqualTo(stored.get(row).subList(0, 4));
            for (int column = 4; column < stored.get(row).size(); column++) {
                double expected = number(stored.get(row), column);
                double share = column < FIRST_QUANTILE ? 1e-12 : 0.01;
                assertThat(number(merged.get(row), column))
                        .as("column %d of %s", column, stored.get(row))
                        .isCloseTo(expected, within(share * expected * (1 + 1e-9)));
            }
        }
    }

    private static double number(List<@Nullable Object> row, int column) {
        return row.get(column) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    /** Two agents over two days, latencies with a heavy tail. */
    private static String runs() {
        Random random = new Random(8);
        StringJoiner rows = new StringJoiner("\n", "", "\n");
        for (int i = 0; i < 1200; i++) {
            double latency = Math.min(299_000, 20 / Math.pow(1 - random.nextDouble(), 1.2));
            rows.add(
                    String.format(
                            Locale.ROOT,
                            "{\"task_id\":\"00000000-0000-4000-8000-00000000%04d\",\"agent_id\":"
                                    + "\"11111111-0000-4000-8000-00000000000%d\",\"latency_ms\":%s,"
                                    + "\"accuracy\":%.3f,\"cpu_usage\":%.3f,\"memory_mb\":%.2f,"
                                    + "\"network_bytes\":%d,\"recorded_at\":"
                                    + "\"2026-03-0%dT0%d:%02d:%02dZ\",\"execution_context\":"
                                    + "{\"hostname\":\"n\",\"resources\":{\"cpu_cores\":4}}}",
                            i,
                            random.nextInt(2),
                            latency,
                            random.nextDouble(),
                            random.nextDouble(),
                            1 + 1000 * random.nextDouble(),
                            random.nextInt(1_000_000),
                            1 + random.nextInt(2),
                            random.nextInt(3),
                            random.nextInt(60),
                            random.nextInt(60)));
        }
        return rows.toString();
    }
}
