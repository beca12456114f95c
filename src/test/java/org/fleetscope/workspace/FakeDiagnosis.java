package org.fleetscope.workspace;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.AssessedFinding;
import org.fleetscope.model.Finding;
import org.fleetscope.model.Incident;
import org.fleetscope.model.Influencer;
import org.fleetscope.model.Lead;
import org.fleetscope.model.TimeRange;
import org.fleetscope.model.Verdict;
import org.fleetscope.model.VerdictDraft;
import org.fleetscope.model.VerdictPreview;

/** Findings with whom {@code peer} agrees, each severe one an incident by itself. */
public record FakeDiagnosis(List<Finding> found, double least) implements Diagnosis {
    @Override
    public List<AssessedFinding> findings() {
        return found.stream().map(this::assessed).toList();
    }

    private AssessedFinding assessed(Finding finding) {
        boolean severe = finding.severity() >= least;
        return new AssessedFinding(
                finding, List.of("peer"), severe ? id(finding) : null, null, false, false);
    }

    private static String id(Finding finding) {
        return "i" + finding.runIndex();
    }

    @Override
    public List<Incident> incidents() {
        return found.stream()
                .filter(finding -> finding.severity() >= least)
                .map(finding ->
                        new Incident(
                                id(finding),
                                finding.severity(),
                                finding.recordedAt(),
                                finding.recordedAt(),
                                List.of(finding.agentId()),
                                Optional.ofNullable(finding.host()).stream().toList(),
                                List.of(finding.agentType()),
                                List.of(finding.metric()),
                                List.of(finding.detector()),
                                1,
                                finding))
                .toList();
    }

    @Override
    public Optional<Incident> incident(String id) {
        return incidents().stream().filter(incident -> incident.id().equals(id)).findFirst();
    }

    @Override
    public List<AssessedFinding> evidence(Incident incident) {
        return findings().stream().filter(a -> incident.id().equals(a.incident())).toList();
    }

    @Override
    public List<Influencer> influencers(Incident incident) {
        String agent = incident.agents().getFirst().toString();
        return List.of(new Influencer("agent", agent, incident.severity(), 22, 0.1));
    }

    @Override
    public List<Lead> leads(Incident incident, String metric, JobContext job) {
        return leads(incident.agents(), metric, incident.range(), job);
    }

    @Override
    public List<Lead> leads(List<UUID> agents, String metric, TimeRange range, JobContext job) {
        UUID agent = agents.getFirst();
        return List.of(
                new Lead(
                        agent,
                        agent,
                        "host node-17",
                        metric,
                        Lead.Order.FIRST,
                        180_000_000,
                        60_000_000,
                        0.75,
                        240,
                        0.001));
    }

    @Override
    public Optional<Verdict> verdict(Incident incident) {
        return Optional.empty();
    }

    /** All that is covered vanishes. */
    @Override
    public VerdictPreview preview(VerdictDraft draft, JobContext job) {
        List<Finding> covered = found.stream().filter(draft.pattern()::covers).toList();
        int left = found.size() - covered.size();
        return new VerdictPreview(
                covered.size(), covered, List.of(), found.size(), left, incidents().size(), left);
    }

    @Override
    public VerdictPreview previewRemoval(long verdict, JobContext job) {
        return new VerdictPreview(0, List.of(), found, 0, found.size(), 0, 1);
    }
}
