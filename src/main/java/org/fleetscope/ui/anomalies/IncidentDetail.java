package org.fleetscope.ui.anomalies;

import java.util.List;
import org.fleetscope.model.AssessedFinding;
import org.fleetscope.model.Finding;
import org.fleetscope.model.Incident;
import org.fleetscope.model.Influencer;
import org.fleetscope.workspace.Diagnosis;

/**
 * One incident with all that speaks for it.
 *
 * @param agreeing ids of the detectors that say the same as the one of the worst finding
 * @param findings most severe first
 * @param influencers those that lower the severity most first
 */
record IncidentDetail(
        Incident incident,
        List<String> agreeing,
        List<Finding> findings,
        List<Influencer> influencers) {
    IncidentDetail {
        agreeing = List.copyOf(agreeing);
        findings = List.copyOf(findings);
        influencers = List.copyOf(influencers);
    }

    /** Computes, so not for the UI thread. */
    static IncidentDetail of(Incident incident, Diagnosis diagnosis) {
        List<AssessedFinding> evidence = diagnosis.evidence(incident);
        return new IncidentDetail(
                incident,
                evidence.isEmpty() ? List.of() : evidence.getFirst().agreeing(),
                evidence.stream().map(AssessedFinding::finding).toList(),
                diagnosis.influencers(incident));
    }
}
