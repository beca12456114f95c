package org.fleetscope.analysis.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.fleetscope.analysis.Detector;
import org.fleetscope.analysis.Detectors;
import org.fleetscope.analysis.FindingSet;
import org.fleetscope.model.Metric;

/**
 * Which detectors say the same. Two findings agree when they are of the same agent and metric, on
 * the same side of what is typical, and of different detectors; and when they are of the same run,
 * or one of them is about a stretch of time (see {@link Detector#judgesStretches}) and they lie at
 * most one window apart. Agreement changes no severity. O(n log n); at most 64 detectors.
 */
public final class Consensus {
    private final FindingSet findings;
    private final long[] masks;

    private Consensus(FindingSet findings, long[] masks) {
        this.findings = findings;
        this.masks = masks;
    }

    /**
     * @param window µs that a finding about a stretch reaches to both sides, ends included
     */
    public static Consensus of(FindingSet findings, long window) {
        int[] order = IntStream.range(0, findings.size()).toArray();
        IndexSort.sort(order, (a, b) -> compare(findings, a, b));
        boolean[] stretches = stretches(findings);
        long[] masks = new long[order.length];
        int from = 0;
        for (int i = 1; i <= order.length; i++) {
            if (i == order.length || !sameSubject(findings, order[from], order[i])) {
                new Group(findings, order, from, i, stretches, window).fill(masks);
                from = i;
            }
        }
        return new Consensus(findings, masks);
    }

    /** Ids of the other detectors that agree with a finding, in the order of {@link Detectors}. */
    public List<String> agreeing(int finding) {
        long others = masks[finding] & ~(1L << findings.detectorCode(finding));
        if (others == 0) {
            return List.of();
        }
        List<String> ids = new ArrayList<>();
        for (Detector detector : Detectors.all()) {
            int code = findings.detectors().indexOf(detector.id());
            if (code >= 0 && (others & (1L << code)) != 0) {
                ids.add(detector.id());
            }
        }
        return List.copyOf(ids);
    }

    private static boolean[] stretches(FindingSet findings) {
        boolean[] stretches = new boolean[findings.detectors().size()];
        for (int code = 0; code < stretches.length; code++) {
            stretches[code] = Detectors.byId(findings.detectors().get(code)).judgesStretches();
        }
        return stretches;
    }

    private static int compare(FindingSet findings, int a, int b) {
        int byAgent = Integer.compare(findings.agent(a), findings.agent(b));
        if (byAgent != 0) {
            return byAgent;
        }
        int byMetric = Integer.compare(findings.metricCode(a), findings.metricCode(b));
        if (byMetric != 0) {
            return byMetric;
        }
        int bySide = Boolean.compare(findings.isHigh(a), findings.isHigh(b));
        if (bySide != 0) {
            return bySide;
        }
        int byTime = Long.compare(findings.recordedAt(a), findings.recordedAt(b));
        return byTime != 0 ? byTime : Integer.compare(findings.run(a), findings.run(b));
    }

    private static boolean sameSubject(FindingSet findings, int a, int b) {
        return findings.agent(a) == findings.agent(b)
                && findings.metricCode(a) == findings.metricCode(b)
                && findings.isHigh(a) == findings.isHigh(b)
                // Of the whole fleet, or of a host: the agent is only where the finding stands.
                && !findings.metric(a).equals(Metric.FLEET_THROUGHPUT.id());
    }

    /** Findings of one agent, metric and side, in time order. */
    private record Group(
            FindingSet findings, int[] order, int from, int to, boolean[] stretches, long window) {

        void fill(long[] masks) {
            byRun(masks);
            Reach all = new Reach(this, false);
            Reach ofStretches = new Reach(this, true);
            for (int i = from; i < to; i++) {
                int finding = order[i];
                boolean stretch = stretches[findings.detectorCode(finding)];
                masks[finding] |= (stretch ? all : ofStretches).around(at(i));
            }
        }

        private void byRun(long[] masks) {
            int start = from;
            for (int i = from + 1; i <= to; i++) {
                if (i < to && findings.run(order[i]) == findings.run(order[start])) {
                    continue;
                }
                long mask = 0;
                for (int k = start; k < i; k++) {
                    mask |= 1L << findings.detectorCode(order[k]);
                }
                for (int k = start; k < i; k++) {
                    masks[order[k]] |= mask;
                }
                start = i;
            }
        }

        long at(int position) {
            return findings.recordedAt(order[position]);
        }
    }

    /** Detectors within a window of a time that only grows. */
    private static final class Reach {
        private final Group group;
        private final boolean onlyStretches;
        private final int[] counts;
        private long mask;
        private int entering;
        private int leaving;

        Reach(Group group, boolean onlyStretches) {
            this.group = group;
            this.onlyStretches = onlyStretches;
            this.counts = new int[group.stretches().length];
            this.entering = group.from();
            this.leaving = group.from();
        }

        long around(long time) {
            while (entering < group.to() && group.at(entering) <= time + group.window()) {
                change(entering++, 1);
            }
            while (group.at(leaving) < time - group.window()) {
                change(leaving++, -1);
            }
            return mask;
        }

        private void change(int position, int by) {
            int detector = group.findings().detectorCode(group.order()[position]);
            if (onlyStretches && !group.stretches()[detector]) {
                return;
            }
            counts[detector] += by;
            long bit = 1L << detector;
            mask = counts[detector] > 0 ? mask | bit : mask & ~bit;
        }
    }
}
