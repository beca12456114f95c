package org.fleetscope.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fleetscope.analysis.FindingSet;

/** Findings as markers: in each pixel column the worst stands for all. */
final class Markers {
    private Markers() {}

    /** Markers of one agent's metric, by time. O(findings). */
    static List<Track.Marker> of(
            FindingSet findings, int agent, String metric, PixelColumns pixels) {
        int[] worst = new int[pixels.count()];
        int[] count = new int[pixels.count()];
        Arrays.fill(worst, -1);
        for (int i = 0; i < findings.size(); i++) {
            if (findings.agent(i) == agent
                    && pixels.contains(findings.recordedAt(i))
                    && findings.metric(i).equals(metric)) {
                int column = pixels.columnOf(findings.recordedAt(i));
                count[column]++;
                if (worst[column] < 0 || findings.severity(i) > findings.severity(worst[column])) {
                    worst[column] = i;
                }
            }
        }
        List<Track.Marker> markers = new ArrayList<>();
        for (int column = 0; column < worst.length; column++) {
            int i = worst[column];
            if (i >= 0) {
                markers.add(
                        new Track.Marker(
                                findings.recordedAt(i),
                                findings.actual(i),
                                findings.severity(i),
                                findings.detector(i),
                                findings.run(i),
                                count[column]));
            }
        }
        return List.copyOf(markers);
    }
}
