package org.fleetscope.enrich;

import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * What features can be told.
 *
 * @param zone zone of hour_of_day and what follows from it
 * @param sigmaK k of the anomaly flags: flagged beyond k standard deviations
 * @param minPeers a type with fewer runs in scope is compared with all runs in scope
 * @param categories patterns of agent_type_category
 */
public record EnrichSettings(
        ScoreWeights score,
        CostWeights cost,
        ZoneId zone,
        PeakMode peakMode,
        double sigmaK,
        int minPeers,
        CategoryTable categories) {
    public static final EnrichSettings DEFAULTS =
            new EnrichSettings(
                    ScoreWeights.DEFAULTS,
                    CostWeights.DEFAULTS,
                    ZoneOffset.UTC,
                    PeakMode.FIXED,
                    2,
                    30,
                    CategoryTable.shipped());

    public EnrichSettings withZone(ZoneId other) {
        return new EnrichSettings(score, cost, other, peakMode, sigmaK, minPeers, categories);
    }

    public EnrichSettings withPeakMode(PeakMode other) {
        return new EnrichSettings(score, cost, zone, other, sigmaK, minPeers, categories);
    }

    public EnrichSettings withCategories(CategoryTable other) {
        return new EnrichSettings(score, cost, zone, peakMode, sigmaK, minPeers, other);
    }
}
