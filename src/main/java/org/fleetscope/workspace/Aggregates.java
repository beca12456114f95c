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
import org.fleetscope.model.AgentWindow;
import org.fleetscope.model.Times;

/**
 * Rows of {@code kpi_aggregations} for the days that an import touches, earlier rows of those days
 * included.
 */
record Aggregates(List<AgentWindow> rows) {
    private static final String SCORE = "performance_score";
    private static final String EFFICIENCY = "efficiency_ratio";

    static Aggregates of(
            Frame before,
            Frame imported,
            Map<UUID, Boolean> results,
            long[] epochDays,
            JobContext job) {
        Frame frame = together(before, imported, epochDays);
        return of(frame, features(frame), results, job);
    }

    /**
     * Windows of some days of a frame.
     *
     * @param scopeDays days whose runs those of the windows are compared with, ascending
     * @param epochDays days of the windows, ascending, all of them among the others
     */
    static Aggregates ofDays(
            Frame all,
            Map<UUID, Boolean> results,
            long[] scopeDays,
            long[] epochDays,
            JobContext job) {
        Frame scope = all.select(rows(all, scopeDays));
        int[] rows = rows(scope, epochDays);
        Features whole = features(scope);
        Features part = new Features(select(whole.score, rows), select(whole.efficiency, rows));
        return of(scope.select(rows), part, results, job);
    }

    private record Features(double[] score, double[] efficiency) {}

    private static Features features(Frame frame) {
        Enrichment features = Enrichment.of(frame, frame, null, EnrichSettings.DEFAULTS);
        return new Features(doubles(features, SCORE), doubles(features, EFFICIENCY));
    }

    private static Aggregates of(
            Frame frame, Features features, Map<UUID, Boolean> results, JobContext job) {
        List<AgentWindow> rows = new ArrayList<>();
        for (WindowTable table :
                WindowAggregation.of(
                        frame,
                        Success.of(frame, results),
                        features.score,
                        features.efficiency,
                        job)) {
            for (int i = 0; i < table.size(); i++) {
                rows.add(table.row(i));
            }
        }
        return new Aggregates(rows);
    }

    private static double[] select(double[] values, int[] rows) {
        return IntStream.of(rows).mapToDouble(row -> values[row]).toArray();
    }

    /** Rows of the days. */
    private static int[] rows(Frame frame, long[] epochDays) {
        return IntStream.range(0, frame.rows())
                .filter(row ->
                        Arrays.binarySearch(epochDays, Times.epochDay(frame.recordedAt()[row]))
                                >= 0)
                .toArray();
    }

    private static Frame together(Frame before, Frame imported, long[] epochDays) {
        int[] earlier = rows(before, epochDays);
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
}
