package org.fleetscope.cli;

import java.util.ArrayList;
import java.util.List;
import org.fleetscope.model.TimeRange;
import org.fleetscope.workspace.AnalysisSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which detectors look for anomalies. */
final class DetectorOption {
    @Option(
            names = "--detectors",
            split = ",",
            paramLabel = "DETECTOR",
            description =
                    "Detectors to run: sigma, robust, peer, novelty, shift, resource, missing-data,"
                            + " clock-skew; sigma and robust by default.")
    private List<String> detectors = new ArrayList<>();

    @Option(
            names = "--metrics",
            split = ",",
            paramLabel = "METRIC",
            description =
                    "Metrics that peer, novelty and shift look at, custom_metrics.NAME too; by default"
                            + " those every run reports, and throughput.")
    private List<String> metrics = new ArrayList<>();

    AnalysisSettings settings(@Nullable TimeRange baseline, @Nullable TimeRange examined) {
        AnalysisSettings usual = AnalysisSettings.DEFAULTS;
        List<String> chosen = detectors.stream().map(String::strip).toList();
        return new AnalysisSettings(
                chosen.isEmpty() ? usual.detectors() : chosen,
                baseline,
                examined,
                metrics.stream().map(String::strip).toList(),
                usual.thresholds());
    }
}
