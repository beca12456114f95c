package org.fleetscope.detection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fleetscope.analysis.Detector;
import org.fleetscope.analysis.DetectorInput;
import org.fleetscope.analysis.Detectors;
import org.fleetscope.frame.Frame;
import org.fleetscope.job.JobContext;
import org.fleetscope.sample.FleetGenerator;
import org.fleetscope.sample.GeneratedFrame;

/**
 * A synthetic fleet with what each detector finds in it.
 *
 * @param injected its faults
 * @param byDetector findings by id of the detector
 */
record Examined(List<Injected> injected, Map<String, List<Flag>> byDetector) {
    /**
     * Makes a fleet and lets every detector look at all of it, against itself.
     *
     * @param strength of all faults
     * @param thresholds as of {@link DetectorInput}; those not given have their defaults
     */
    static Examined of(
            Scenario scenario, long seed, double strength, Map<String, Double> thresholds) {
        FleetGenerator generator = new FleetGenerator(scenario.settings(seed, strength));
        try {
            Frame frame = GeneratedFrame.of(generator, scenario.rows());
            DetectorInput input = new DetectorInput(frame, null, null, thresholds);
            return new Examined(
                    generator.faults().stream().map(fault -> Injected.of(fault, frame)).toList(),
                    Detectors.all().stream()
                            .collect(
                                    Collectors.toMap(
                                            Detector::id,
                                            d -> Flag.of(d.detect(input, JobContext.NONE)))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Flag> flags(String detector) {
        return byDetector.getOrDefault(detector, List.of());
    }
}
