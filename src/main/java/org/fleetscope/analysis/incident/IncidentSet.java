package org.fleetscope.analysis.incident;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.fleetscope.analysis.FindingSet;
import org.fleetscope.frame.Frame;
import org.fleetscope.model.Incident;
import org.fleetscope.model.Metric;

/**
 * Incidents of a set of findings, ranked: by severity, then by how many agents they strike, then by
 * how many findings they have, all descending, then by start. Immutable, safe for any thread; an
 * {@link Incident} is made when asked for.
 */
public final class IncidentSet {
    private static final int ID_BYTES = 5;

    private final FindingSet findings;
    private final int[][] members;

    IncidentSet(FindingSet findings, int[][] groups) {
        this.findings = findings;
        this.members = ranked(groups);
    }

    public int size() {
        return members.length;
    }

    /** Indexes of an incident's findings, most severe first. */
    public int[] members(int incident) {
        return members[incident].clone();
    }

    /** Position of each finding's incident, −1 for findings of none. */
    public int[] byFinding() {
        int[] incidents = new int[findings.size()];
        Arrays.fill(incidents, -1);
        for (int i = 0; i < members.length; i++) {
            for (int finding : members[i]) {
                incidents[finding] = i;
            }
        }
        return incidents;
    }

    public Incident get(int incident) {
        int[] of = members[incident];
        Frame frame = findings.frame();
        Set<UUID> agents = new LinkedHashSet<>();
        Set<String> hosts = new LinkedHashSet<>();
        Set<String> types = new LinkedHashSet<>();
        Set<String> metrics = new LinkedHashSet<>();
        Set<String> detectors = new LinkedHashSet<>();
        for (int finding : of) {
            int run = findings.run(finding);
            metrics.add(findings.metric(finding));
            detectors.add(findings.detector(finding));
            if (!isOfFleet(finding)) {
                agents.add(frame.agents().get(frame.agent()[run]));
                types.add(frame.types().get(frame.type()[run]));
                hosts.add(frame.hosts().get(frame.host()[run]));
            }
        }
        hosts.remove(Frame.UNKNOWN);
        return new Incident(
                id(incident),
                findings.severity(of[0]),
                start(of),
                IntStream.of(of).mapToLong(findings::recordedAt).max().orElseThrow(),
                agents.stream().toList(),
                hosts.stream().toList(),
                types.stream().toList(),
                metrics.stream().toList(),
                detectors.stream().toList(),
                of.length,
                findings.get(of[0]));
    }

    /** See {@link Incident#id()}. */
    public String id(int incident) {
        int first = members[incident][0];
        for (int finding : members[incident]) {
            first = compareKeys(finding, first) < 0 ? finding : first;
        }
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(key(first).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private int compareKeys(int a, int b) {
        int byTime = Long.compare(findings.recordedAt(a), findings.recordedAt(b));
        return byTime != 0 ? byTime : key(a).compareTo(key(b));
    }

    private String key(int finding) {
        return findings.recordedAt(finding)
                + " "
                + findings.frame().taskId(findings.run(finding))
                + " "
                + findings.metric(finding)
                + " "
                + findings.detector(finding);
    }

    private boolean isOfFleet(int finding) {
        return findings.metric(finding).equals(Metric.FLEET_THROUGHPUT.id());
    }

    private long start(int[] of) {
        return IntStream.of(of).mapToLong(findings::recordedAt).min().orElseThrow();
    }

    private int[][] ranked(int[][] groups) {
        long[] start = Arrays.stream(groups).mapToLong(this::start).toArray();
        int[] agents = Arrays.stream(groups).mapToInt(this::agents).toArray();
        int[] order = IntStream.range(0, groups.length).toArray();
        IndexSort.sort(
                order,
                (a, b) -> {
                    int bySeverity =
                            Double.compare(
                                    findings.severity(groups[b][0]),
                                    findings.severity(groups[a][0]));
                    if (bySeverity != 0) {
                        return bySeverity;
                    }
                    int byAgents = Integer.compare(agents[b], agents[a]);
                    if (byAgents != 0) {
                        return byAgents;
                    }
                    int byCount = Integer.compare(groups[b].length, groups[a].length);
                    return byCount != 0 ? byCount : Long.compare(start[a], start[b]);
                });
        return IntStream.of(order).mapToObj(i -> groups[i]).toArray(int[][]::new);
    }

    private int agents(int[] of) {
        return of.length == 1 ? 1 : (int) IntStream.of(of).map(findings::agent).distinct().count();
    }
}
