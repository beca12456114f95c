package org.fleetscope.workspace;

import java.util.List;
import java.util.Map;
import org.fleetscope.model.TimeRange;
import org.jspecify.annotations.Nullable;

/**
 * How anomalies are looked for.
 *
 * @param detectors ids of the detectors to run
 * @param baseline range the baselines are taken from; null for everything in scope
 * @param examined range whose runs are examined; null for everything in scope
 * @param metrics ids of the metrics that detectors of series look at; empty for the reported ones
 *     and throughput
 * @param thresholds values by threshold id, {@code sigma.k} for instance; what is absent has its
 *     detector's default
 */
public record AnalysisSettings(
        List<String> detectors,
        @Nullable TimeRange baseline,
        @Nullable TimeRange examined,
        List<String> metrics,
        Map<String, Double> thresholds) {
    public static final AnalysisSettings DEFAULTS = of(List.of("sigma", "robust"));

    public AnalysisSettings {
        detectors = List.copyOf(detectors);
        metrics = List.copyOf(metrics);
        thresholds = Map.copyOf(thresholds);
    }

    /** Detectors with their own thresholds over everything in scope. */
    public static AnalysisSettings of(List<String> detectors) {
        return new AnalysisSettings(detectors, null, null, List.of(), Map.of());
    }
}
