package org.fleetscope.report;

import java.util.List;
import org.fleetscope.model.AssessedFinding;
import org.fleetscope.model.Incident;
import org.fleetscope.model.Influencer;
import org.fleetscope.model.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * An incident with what explains it.
 *
 * @param influencers those that lower its severity most first
 * @param verdict the one that counts for it; null for none
 * @param evidence its findings, most severe first
 */
public record DescribedIncident(
        Incident incident,
        List<Influencer> influencers,
        @Nullable Verdict verdict,
        List<AssessedFinding> evidence) {
    public DescribedIncident {
        influencers = List.copyOf(influencers);
    }
}
