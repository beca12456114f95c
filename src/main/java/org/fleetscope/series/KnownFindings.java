package org.fleetscope.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fleetscope.analysis.FindingSet;
import org.fleetscope.model.Finding;
import org.fleetscope.model.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Findings summed up for an overview once, as long as they stay the same and buckets only grow in
 * number. Not thread-safe.
 */
final class KnownFindings {
    private @Nullable FindingSet of;
    private Buckets buckets = new Buckets(0, 1, 0);
    private List<int[]> perBucket = List.of();
    private List<Finding> top = List.of();
    private String bands = "";

    void know(FindingSet findings, Buckets now, int limit) {
        boolean same = findings == of;
        if (!same) {
            top = TopFindings.of(findings, limit);
            bands = Tiles.bandCounts(findings);
            of = findings;
        }
        if (same && now.first() == buckets.first() && now.length() == buckets.length()) {
            perBucket =
                    perBucket.stream().map(counts -> Arrays.copyOf(counts, now.count())).toList();
        } else {
            perBucket = count(findings, now);
        }
        buckets = now;
    }

    private static List<int[]> count(FindingSet findings, Buckets buckets) {
        List<int[]> counts = new ArrayList<>();
        for (int band = 0; band < Severity.values().length; band++) {
            counts.add(new int[buckets.count()]);
        }
        for (int i = 0; i < findings.size(); i++) {
            counts.get(findings.band(i).ordinal())[buckets.indexOf(findings.recordedAt(i))]++;
        }
        return List.copyOf(counts);
    }

    /** By band, as in {@link FleetTimeline#findings()}. */
    List<int[]> perBucket() {
        return perBucket;
    }

    List<Finding> top() {
        return top;
    }

    /** Findings by band, in words. */
    String bands() {
        return bands;
    }
}
