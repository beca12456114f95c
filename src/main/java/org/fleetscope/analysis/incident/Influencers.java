package org.fleetscope.analysis.incident;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.fleetscope.analysis.FindingSet;
import org.fleetscope.frame.Frame;
import org.fleetscope.model.Incident;
import org.fleetscope.model.Influencer;
import org.fleetscope.model.Metric;

/**
 * Leave-one-out: for every value of host, agent, type, priority and layer among an incident's
 * findings, the severity that would be left without the runs that have it, see {@link WithoutRuns}.
 * What is left is the greatest severity among the findings, faint ones too, of the incident's
 * agents and hosts from its start to its end. Without an answer for an incident of the whole fleet.
 */
public final class Influencers {
    /** Points of severity; what lowers it by less is no influence worth a name. */
    private static final double LEAST_DROP = 1;

    private final FindingSet findings;
    private final IntPredicate counted;
    private final WithoutRuns without;
    private final int[] byTime;
    private final Shares shares;

    /**
     * @param counted whether a finding counts at all, by its index
     */
    public Influencers(FindingSet findings, IntPredicate counted) {
        this.findings = findings;
        this.counted = counted;
        this.without = new WithoutRuns(findings);
        this.shares = new Shares(findings.frame());
        this.byTime = IntStream.range(0, findings.size()).toArray();
        IndexSort.sort(
                byTime, (a, b) -> Long.compare(findings.recordedAt(a), findings.recordedAt(b)));
    }

    /**
     * The values that lower an incident's severity, most first; of equal ones the narrowest first.
     * O(findings while it lasts · log).
     *
     * @param members indexes of its findings
     */
    public List<Influencer> of(Incident incident, int[] members) {
        if (incident.isOfFleet()) {
            return List.of();
        }
        int[] around = around(incident, members);
        List<Influencer> found = new ArrayList<>();
        for (Dimension dimension : Dimension.values()) {
            Map<Integer, Double> left = left(dimension, members, around);
            left.forEach((value, severity) -> {
                double share = shares.share(dimension, value);
                // What all runs have tells nothing apart.
                if (incident.severity() - severity >= LEAST_DROP && share < 1) {
                    found.add(
                            new Influencer(
                                    dimension.id(),
                                    dimension.value(findings.frame(), value),
                                    incident.severity(),
                                    severity,
                                    share));
                }
            });
        }
        found.sort(
                Comparator.comparingDouble(Influencer::without)
                        .thenComparing(
                                i -> Dimension.valueOf(i.dimension().toUpperCase(Locale.ROOT)))
                        .thenComparing(Influencer::value));
        return List.copyOf(found);
    }

    /** All findings of the incident's agents and hosts while it lasts. */
    private int[] around(Incident incident, int[] members) {
        Frame frame = findings.frame();
        boolean[] agents = new boolean[frame.agents().size()];
        boolean[] hosts = new boolean[frame.hosts().size()];
        for (int finding : members) {
            agents[findings.agent(finding)] = true;
            hosts[frame.host()[findings.run(finding)]] = true;
        }
        int unknown = frame.hosts().find(Frame.UNKNOWN);
        if (unknown >= 0) {
            hosts[unknown] = false;
        }
        return IntStream.range(firstAt(incident.start()), firstAt(incident.end() + 1))
                .map(position -> byTime[position])
                .filter(i -> agents[findings.agent(i)] || hosts[frame.host()[findings.run(i)]])
                .filter(i -> !findings.metric(i).equals(Metric.FLEET_THROUGHPUT.id()))
                .filter(counted)
                .sorted()
                .toArray();
    }

    /** Position of the first finding at or after a time. */
    private int firstAt(long time) {
        int low = 0;
        int high = byTime.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (findings.recordedAt(byTime[middle]) < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Severity that is left without each value among the members. */
    private Map<Integer, Double> left(Dimension dimension, int[] members, int[] around) {
        Frame frame = findings.frame();
        Set<Integer> values = new HashSet<>();
        for (int finding : members) {
            values.addAll(without.values(finding, dimension));
        }
        List<Integer> mixed = new ArrayList<>();
        // The worst of all, and the worst with another value than that one has.
        int best = -1;
        int second = -1;
        for (int finding : around) {
            if (without.values(finding, dimension).size() > 1) {
                mixed.add(finding);
            } else if (best < 0) {
                best = finding;
            } else if (second < 0
                    && dimension.code(frame, findings.run(finding))
                            != dimension.code(frame, findings.run(best))) {
                second = finding;
            }
        }
        Map<Integer, Double> left = new HashMap<>();
        for (int value : values) {
            boolean bestGoes = best >= 0 && dimension.code(frame, findings.run(best)) == value;
            int stays = bestGoes ? second : best;
            double severity = stays < 0 ? 0 : findings.severity(stays);
            for (int finding : mixed) {
                severity = Math.max(severity, without.severity(finding, dimension, value));
            }
            left.put(value, severity);
        }
        return left;
    }
}
