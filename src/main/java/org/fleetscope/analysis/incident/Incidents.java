package org.fleetscope.analysis.incident;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.fleetscope.analysis.FindingSet;
import org.fleetscope.frame.Frame;
import org.fleetscope.model.Metric;
import org.fleetscope.model.Times;

/**
 * Joins findings into incidents: two findings of one agent or of one host that lie less than {@link
 * #GAP} apart are of the same incident, and so are those joined through others. Only findings of at
 * least a given severity join, since with thousands of runs an hour there is always some faint one
 * nearby. An unknown host joins nothing. A finding about the whole fleet joins only others about
 * the fleet, one about a host's clock only by the host. O(n log n).
 */
public final class Incidents {
    /** µs; findings this far apart or farther don't join by themselves. */
    public static final long GAP = 10 * Times.MINUTE;

    /** Least severity of a finding that joins, unless told otherwise: major. */
    public static final double LEAST_SEVERITY = 50;

    private final FindingSet findings;
    private final int[] parent;

    private Incidents(FindingSet findings, int size) {
        this.findings = findings;
        this.parent = IntStream.range(0, size).toArray();
    }

    /**
     * @param findings in the order of {@link FindingSet#mostSevereFirst}
     * @param least severity that a finding needs to join, 0..100
     * @param counted whether a finding counts at all, by its index
     */
    public static IncidentSet of(FindingSet findings, double least, IntPredicate counted) {
        int[] order =
                IntStream.range(0, findings.size())
                        .filter(i -> findings.severity(i) >= least && counted.test(i))
                        .toArray();
        IndexSort.sort(
                order, (a, b) -> Long.compare(findings.recordedAt(a), findings.recordedAt(b)));
        Incidents joined = new Incidents(findings, order.length);
        joined.join(order);
        return new IncidentSet(findings, joined.groups(order));
    }

    private void join(int[] order) {
        Frame frame = findings.frame();
        int unknown = frame.hosts().find(Frame.UNKNOWN);
        int[] lastOfAgent = filled(frame.agents().size());
        int[] lastOfHost = filled(frame.hosts().size());
        int[] lastOfFleet = filled(1);
        for (int position = 0; position < order.length; position++) {
            int finding = order[position];
            String metric = findings.metric(finding);
            if (metric.equals(Metric.FLEET_THROUGHPUT.id())) {
                link(order, position, lastOfFleet, 0);
                continue;
            }
            if (!metric.equals(Metric.CLOCK_OFFSET.id())) {
                link(order, position, lastOfAgent, findings.agent(finding));
            }
            int host = frame.host()[findings.run(finding)];
            if (host != unknown) {
                link(order, position, lastOfHost, host);
            }
        }
    }

    private static int[] filled(int size) {
        int[] none = new int[size];
        Arrays.fill(none, -1);
        return none;
    }

    private void link(int[] order, int position, int[] last, int key) {
        int before = last[key];
        last[key] = position;
        if (before >= 0
                && findings.recordedAt(order[position]) - findings.recordedAt(order[before])
                        < GAP) {
            parent[root(position)] = root(before);
        }
    }

    private int root(int position) {
        int at = position;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    /** Findings of each incident, most severe first. */
    private int[][] groups(int[] order) {
        int[] size = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            size[root(i)]++;
        }
        int[] number = new int[order.length];
        int groups = 0;
        for (int i = 0; i < order.length; i++) {
            if (size[i] > 0) {
                number[i] = groups++;
            }
        }
        int[][] members = new int[groups][];
        for (int i = 0; i < order.length; i++) {
            if (size[i] > 0) {
                members[number[i]] = new int[size[i]];
            }
        }
        int[] filled = new int[groups];
        for (int i = 0; i < order.length; i++) {
            int group = number[root(i)];
            members[group][filled[group]++] = order[i];
        }
        // Indexes of findings rise as their severity falls.
        for (int[] group : members) {
            Arrays.sort(group);
        }
        return members;
    }
}
