package org.fleetscope.detection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Measures how well the detectors find the faults that the generator builds in, and writes it as
 * Markdown. Arguments: the file, then any number of {@code threshold=value}. Equal arguments give
 * equal bytes.
 *
 * <pre>
 * ./mvnw -Pbench -DskipTests test-compile exec:exec@bench -Dbench.main=org.fleetscope.detection.DetectionTable -Dbench.args=docs/detection.md
 * </pre>
 */
public final class DetectionTable {
    private static final List<Double> STRENGTHS = List.of(0.0, 0.25, 0.5, 1.0, 2.0, 4.0);
    private static final double BUDGET = 0.05;

    private DetectionTable() {}

    public static void main(String[] args) throws IOException {
        Map<String, Double> thresholds = new TreeMap<>();
        for (String arg : Stream.of(args).skip(1).toList()) {
            String[] parts = arg.split("=", 2);
            thresholds.put(parts[0], Double.valueOf(parts[1]));
        }
        List<Study> studies =
                List.of(
                        new Study(new Scenario(200, 1, 600), 12, STRENGTHS, BUDGET, thresholds),
                        new Study(new Scenario(100, 3, 600), 12, STRENGTHS, BUDGET, thresholds));
        Files.writeString(Path.of(args[0]), DetectionPage.of(studies));
    }
}
