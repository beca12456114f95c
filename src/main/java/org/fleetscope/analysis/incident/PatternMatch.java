package org.fleetscope.analysis.incident;

import java.util.Collection;
import java.util.List;
import org.fleetscope.analysis.FindingSet;
import org.fleetscope.model.FindingPattern;
import org.fleetscope.model.FindingPattern.Side;

/** A pattern in the codes of one set of findings. */
final class PatternMatch {
    private final FindingSet findings;
    private final FindingPattern pattern;
    private final boolean[] agents;
    private final boolean[] metrics;
    private final boolean[] detectors;

    PatternMatch(FindingPattern pattern, FindingSet findings) {
        this.findings = findings;
        this.pattern = pattern;
        this.agents = wanted(findings.frame().agents().values(), pattern.agents());
        this.metrics = wanted(findings.metrics(), pattern.metrics());
        this.detectors = wanted(findings.detectors(), pattern.detectors());
    }

    boolean covers(int finding) {
        return agents[findings.agent(finding)]
                && metrics[findings.metricCode(finding)]
                && detectors[findings.detectorCode(finding)]
                && pattern.time().contains(findings.recordedAt(finding))
                && (pattern.side() == Side.ANY
                        || findings.isHigh(finding) == (pattern.side() == Side.HIGH));
    }

    private static <T> boolean[] wanted(List<T> known, Collection<T> wanted) {
        boolean[] found = new boolean[known.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = wanted.isEmpty() || wanted.contains(known.get(i));
        }
        return found;
    }
}
