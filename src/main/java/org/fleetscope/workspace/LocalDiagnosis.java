package org.fleetscope.workspace;

import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.function.IntFunction;
import org.fleetscope.analysis.FindingSet;
import org.fleetscope.analysis.Windows;
import org.fleetscope.analysis.incident.Consensus;
import org.fleetscope.analysis.incident.IncidentSet;
import org.fleetscope.analysis.incident.Incidents;
import org.fleetscope.analysis.incident.Influencers;
import org.fleetscope.job.Lazy;
import org.fleetscope.model.AssessedFinding;
import org.fleetscope.model.Incident;
import org.fleetscope.model.Influencer;

/** Consensus, incidents and influencers of a set of findings. */
final class LocalDiagnosis implements Diagnosis {
    private final FindingSet findings;
    private final Consensus consensus;
    private final IncidentSet incidents;
    private final int[] byFinding;
    private final Lazy<Influencers> influencers = new Lazy<>();
    private final Lazy<String[]> ids = new Lazy<>();
    private final Lazy<Map<String, Integer>> positions = new Lazy<>();

    LocalDiagnosis(FindingSet findings, double least) {
        this.findings = findings;
        this.consensus = Consensus.of(findings, Windows.fitting(findings.frame()).length());
        this.incidents = Incidents.of(findings, least, i -> true);
        this.byFinding = incidents.byFinding();
    }

    @Override
    public List<AssessedFinding> findings() {
        return new Made<>(findings.size(), this::assessed);
    }

    private AssessedFinding assessed(int i) {
        String incident = byFinding[i] < 0 ? null : ids()[byFinding[i]];
        return new AssessedFinding(findings.get(i), consensus.agreeing(i), incident);
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
                .get(() -> new Influencers(findings, i -> true))
                .of(incident, members(incident));
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
