package org.fleetscope.workspace;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import org.fleetscope.analysis.FindingSet;
import org.fleetscope.analysis.Windows;
import org.fleetscope.analysis.incident.Consensus;
import org.fleetscope.analysis.incident.IncidentSet;
import org.fleetscope.analysis.incident.Incidents;
import org.fleetscope.analysis.incident.Influencers;
import org.fleetscope.analysis.incident.JudgedFindings;
import org.fleetscope.analysis.incident.Leads;
import org.fleetscope.job.JobContext;
import org.fleetscope.job.Lazy;
import org.fleetscope.model.AssessedFinding;
import org.fleetscope.model.Finding;
import org.fleetscope.model.Incident;
import org.fleetscope.model.Influencer;
import org.fleetscope.model.Lead;
import org.fleetscope.model.TimeRange;
import org.fleetscope.model.Times;
import org.fleetscope.model.Verdict;
import org.fleetscope.model.VerdictDraft;
import org.fleetscope.model.VerdictPreview;

/** Consensus, incidents, influencers and verdicts of a set of findings. */
final class LocalDiagnosis implements Diagnosis {
    /** Makes the findings under verdicts. */
    @FunctionalInterface
    interface Judge {
        JudgedFindings under(List<Verdict> verdicts, JobContext job);
    }

    private final JudgedFindings judged;
    private final double least;
    private final List<Verdict> verdicts;
    private final Judge judge;
    private final FindingSet findings;
    private final Consensus consensus;
    private final IncidentSet incidents;
    private final int[] byFinding;
    private final Lazy<Influencers> influencers = new Lazy<>();
    private final Lazy<String[]> ids = new Lazy<>();
    private final Lazy<Map<String, Integer>> positions = new Lazy<>();

    /**
     * @param judge makes the findings under other verdicts
     * @param verdicts those that hold
     */
    LocalDiagnosis(JudgedFindings judged, double least, List<Verdict> verdicts, Judge judge) {
        this.judged = judged;
        this.least = least;
        this.verdicts = verdicts;
        this.judge = judge;
        this.findings = judged.all();
        this.consensus = Consensus.of(findings, Windows.fitting(findings.frame()).length());
        this.incidents = incidents(judged);
        this.byFinding = incidents.byFinding();
    }

    @Override
    public List<AssessedFinding> findings() {
        return new Made<>(findings.size(), this::assessed);
    }

    private AssessedFinding assessed(int i) {
        String incident = byFinding[i] < 0 ? null : ids()[byFinding[i]];
        return new AssessedFinding(
                findings.get(i),
                consensus.agreeing(i),
                incident,
                judged.verdict(i),
                judged.isSuppressed(i),
                judged.isAdded(i));
    }

    @Override
    public List<Incident> incidents() {
        return new Made<>(incidents.size(), incidents::get);
    }

    @Override
    public Optional<Incident> incident(String id) {
        return Optional.ofNullable(positions().get(id)).map(incidents::get);
    }

    @Override
    public List<AssessedFinding> evidence(Incident incident) {
        int[] members = members(incident);
        return new Made<>(members.length, i -> assessed(members[i]));
    }

    @Override
    public List<Influencer> influencers(Incident incident) {
        return influencers
                .get(() -> new Influencers(findings, i -> !judged.isSuppressed(i)))
                .of(incident, members(incident));
    }

    @Override
    public List<Lead> leads(Incident incident, String metric, JobContext job) {
        TimeRange around =
                new TimeRange(incident.start() - 3 * Times.HOUR, incident.end() + Times.HOUR);
        return leads(incident.agents(), metric, around, job);
    }

    @Override
    public List<Lead> leads(List<UUID> agents, String metric, TimeRange range, JobContext job) {
        return Leads.of(findings.frame(), agents, metric, range, job);
    }

    @Override
    public Optional<Verdict> verdict(Incident incident) {
        return Optional.ofNullable(judged.verdict(members(incident)[0]));
    }

    @Override
    public VerdictPreview preview(VerdictDraft draft, JobContext job) {
        LocalVerdicts.requireKnown(draft);
        Verdict drafted =
                new Verdict(Long.MAX_VALUE, 0, "", draft, 0, "{}", List.of(), Times.MISSING, null);
        List<Verdict> then = new ArrayList<>(verdicts);
        then.add(drafted);
        return difference(judge.under(then, job), draft);
    }

    @Override
    public VerdictPreview previewRemoval(long verdict, JobContext job) {
        Verdict removed =
                verdicts.stream()
                        .filter(v -> v.id() == verdict)
                        .findFirst()
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "there is no verdict " + verdict + " that holds"));
        List<Verdict> then = verdicts.stream().filter(v -> v.id() != verdict).toList();
        return difference(judge.under(then, job), removed.draft());
    }

    private VerdictPreview difference(JudgedFindings then, VerdictDraft draft) {
        List<Finding> before = judged.kept().asList();
        List<Finding> after = then.kept().asList();
        Set<Finding> had = new HashSet<>(before);
        Set<Finding> have = new HashSet<>(after);
        List<Finding> vanishing = before.stream().filter(f -> !have.contains(f)).toList();
        List<Finding> appearing = after.stream().filter(f -> !had.contains(f)).toList();
        int covered = (int) then.all().asList().stream().filter(draft.pattern()::covers).count();
        return new VerdictPreview(
                covered,
                vanishing,
                appearing,
                before.size(),
                after.size(),
                incidents.size(),
                incidents(then).size());
    }

    private IncidentSet incidents(JudgedFindings of) {
        return Incidents.of(of.all(), least, i -> !of.isSuppressed(i));
    }

    private int[] members(Incident incident) {
        Integer position = positions().get(incident.id());
        if (position == null) {
            throw new IllegalArgumentException(
                    "incident " + incident.id() + " is not of this diagnosis");
        }
        return incidents.members(position);
    }

    private String[] ids() {
        return ids.get(() -> {
            String[] made = new String[incidents.size()];
            for (int i = 0; i < made.length; i++) {
                made[i] = incidents.id(i);
            }
            return made;
        });
    }

    private Map<String, Integer> positions() {
        return positions.get(() -> {
            Map<String, Integer> made = new HashMap<>();
            for (int i = 0; i < ids().length; i++) {
                made.putIfAbsent(ids()[i], i);
            }
            return made;
        });
    }

    /** A list whose entries are made when asked for. */
    private static final class Made<T> extends AbstractList<T> implements RandomAccess {
        private final int size;
        private final IntFunction<T> make;

        Made(int size, IntFunction<T> make) {
            this.size = size;
            this.make = make;
        }

        @Override
        public T get(int i) {
            return make.apply(i);
        }

        @Override
        public int size() {
            return size;
        }
    }
}
