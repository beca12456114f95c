package org.fleetscope.workspace;

import java.util.List;
import org.fleetscope.model.TimeRange;
import org.jspecify.annotations.Nullable;

/**
 * How anomalies are looked for.
 *
 * @param detectors ids of the detectors to run
 * @param baseline range the baselines are taken from; null for everything in scope
 * @param examined range whose runs are examined; null for everything in scope
 * @param sigmaK k of detector sigma
 * @param robustK k of detector robust
 */
public record AnalysisSettings(
        List<String> detectors,
        @Nullable TimeRange baseline,
        @Nullable TimeRange examined,
        double sigmaK,
        double robustK) {
    public static final AnalysisSettings DEFAULTS =
            new AnalysisSettings(List.of("sigma", "robust"), null, null, 2.0, 3.5);

    public AnalysisSettings {
        detectors = List.copyOf(detectors);
    }
}
