package org.fleetscope.workspace;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.AssessedFinding;
import org.fleetscope.model.Incident;
import org.fleetscope.model.Influencer;
import org.fleetscope.model.Lead;
import org.fleetscope.model.TimeRange;
import org.fleetscope.model.Verdict;
import org.fleetscope.model.VerdictDraft;
import org.fleetscope.model.VerdictPreview;

/**
 * What the findings of a view add up to. Immutable, safe for any thread; lists make their entries
 * when asked for. Made by {@link FleetView#diagnosis}.
 */
public interface Diagnosis {
    /** All findings, most severe first, suppressed ones too. */
    List<AssessedFinding> findings();

    /**
     * Incidents of the findings that are not suppressed, most severe first, of equal severity those
     * of more agents, then of more findings.
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

    /**
     * Which of an incident's agents went first in a metric, pair by pair of those that share a host
     * or a type; from three hours before it to an hour after.
     *
     * @throws IllegalArgumentException for a metric that is not known
     */
    List<Lead> leads(Incident incident, String metric, JobContext job);

    /** The same of any agents over any time. */
    List<Lead> leads(List<UUID> agents, String metric, TimeRange range, JobContext job);

    /** The verdict on an incident: that on its most severe finding. */
    Optional<Verdict> verdict(Incident incident);

    /**
     * What a verdict would change, were it given now.
     *
     * @throws IllegalArgumentException when it tunes a threshold that its detector does not have,
     *     or names an unknown detector
     */
    VerdictPreview preview(VerdictDraft draft, JobContext job);

    /** What taking a verdict back would change; covered are those of the verdict. */
    VerdictPreview previewRemoval(long verdict, JobContext job);
}
