package org.fleetscope.workspace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.fleetscope.analysis.Success;
import org.fleetscope.analysis.WindowAggregation;
import org.fleetscope.analysis.WindowTable;
import org.fleetscope.enrich.EnrichSettings;
import org.fleetscope.enrich.Enrichment;
import org.fleetscope.enrich.FeatureColumn;
import org.fleetscope.frame.Frame;
import org.fleetscope.frame.FrameBuilder;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.Times;
import org.fleetscope.store.AggregateRow;

/**
 * Rows of {@code kpi_aggregations} for the days that an import touches, earlier rows of those days
 * included.
 */
record Aggregates(List<AggregateRow> rows) {
    private static final String SCORE = "performance_score";
    private static final String EFFICIENCY = "efficiency_ratio";

    static Aggregates of(
            Frame before,
            Frame imported,
            Map<UUID, Boolean> results,
            long[] epochDays,
            JobContext job) {
        Frame frame = together(before, imported, epochDays);
        Enrichment features = Enrichment.of(frame, frame, null, EnrichSettings.DEFAULTS);
        List<AggregateRow> rows = new ArrayList<>();
        for (WindowTable table :
                WindowAggregation.of(
                        frame,
                        Success.of(frame, results),
                        doubles(features, SCORE),
                        doubles(features, EFFICIENCY),
                        job)) {
            for (int i = 0; i < table.size(); i++) {
                rows.add(row(table.row(i)));
            }
        }
        return new Aggregates(rows);
    }

    private static Frame together(Frame before, Frame imported, long[] epochDays) {
        int[] earlier =
                IntStream.range(0, before.rows())
                        .filter(row ->
                                Arrays.binarySearch(
                                                epochDays, Times.epochDay(before.recordedAt()[row]))
                                        >= 0)
                        .toArray();
        return earlier.length == 0
                ? imported
                : new FrameBuilder().add(before.select(earlier)).add(imported).build();
    }

    private static double[] doubles(Enrichment features, String column) {
        if (features.column(column) instanceof FeatureColumn.Doubles doubles) {
            return doubles.values();
        }
        throw new IllegalStateException(column + " is no column of real numbers");
    }

    private static AggregateRow row(WindowTable.Row row) {
        return new AggregateRow(
                row.start(),
                row.end(),
                row.agentId(),
                row.meanLatency(),
                row.meanAccuracy(),
                row.meanCpu(),
                row.meanMemory(),
                row.totalNetworkBytes(),
                row.sdLatency(),
                row.sdAccuracy(),
                row.runs(),
                row.successRate(),
                row.successBasis(),
                row.performanceScore(),
                row.efficiencyRatio(),
                row.p50Latency(),
                row.p95Latency(),
                row.p99Latency(),
                row.sumLatency(),
                row.sumSqLatency(),
                row.sumAccuracy(),
                row.sumSqAccuracy(),
                row.accuracyCount());
    }
}
