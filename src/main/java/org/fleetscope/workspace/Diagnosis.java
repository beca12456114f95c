package org.fleetscope.workspace;

import java.util.List;
import java.util.Optional;
import org.fleetscope.model.AssessedFinding;
import org.fleetscope.model.Incident;
import org.fleetscope.model.Influencer;

/**
 * What the findings of a view add up to. Immutable, safe for any thread; lists make their entries
 * when asked for. Made by {@link FleetView#diagnosis}.
 */
public interface Diagnosis {
    /** All findings, most severe first. */
    List<AssessedFinding> findings();

    /**
     * Incidents, most severe first, of equal severity those of more agents, then of more findings.
     */
    List<Incident> incidents();

    Optional<Incident> incident(String id);

    /** Findings of an incident of this diagnosis, most severe first. */
    List<AssessedFinding> evidence(Incident incident);

    /**
     * Values of host, agent, type, priority and layer without whose runs an incident of this
     * diagnosis would be less severe, those that lower it most first.
     */
    List<Influencer> influencers(Incident incident);
}
