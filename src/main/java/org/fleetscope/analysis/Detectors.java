package org.fleetscope.analysis;

import java.util.List;
import java.util.stream.Collectors;

/** The detectors there are; a new one is added here and nowhere else. */
public final class Detectors {
    private static final List<Detector> ALL =
            List.of(
                    new SigmaDetector(),
                    new RobustDetector(),
                    new PeerDetector(),
                    new NoveltyDetector(),
                    new ShiftDetector(),
                    new ResourceDetector(),
                    new MissingDataDetector(),
                    new ClockSkewDetector());

    private Detectors() {}

    public static List<Detector> all() {
        return ALL;
    }

    /**
     * The detector with an id.
     *
     * @throws IllegalArgumentException when there is none; the message names those there are
     */
    public static Detector byId(String id) {
        return ALL.stream()
                .filter(d -> d.id().equals(id))
                .findFirst()
                .orElseThrow(() -> {
                    String known = ALL.stream().map(Detector::id).collect(Collectors.joining(", "));
                    return new IllegalArgumentException(
                            "no detector \"" + id + "\"; there are " + known);
                });
    }
}
