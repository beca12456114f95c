package org.fleetscope.series;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fleetscope.analysis.FindingSet;
import org.fleetscope.model.Finding;

/** Chooses the findings worth seeing first. */
final class TopFindings {
    private TopFindings() {}

    /**
     * The worst of each agent and metric come before second ones, so that one bad agent does not
     * fill the list.
     */
    static List<Finding> of(FindingSet findings, int limit) {
        BitSet chosen = new BitSet();
        Set<AgentMetric> seen = new HashSet<>();
        for (int i = 0; i < findings.size() && chosen.cardinality() < limit; i++) {
            if (seen.add(new AgentMetric(findings.agent(i), findings.metric(i)))) {
                chosen.set(i);
            }
        }
        int missing = limit - chosen.cardinality();
        for (int i = chosen.nextClearBit(0);
                missing > 0 && i < findings.size();
                i = chosen.nextClearBit(i + 1)) {
            chosen.set(i);
            missing--;
        }
        List<Finding> top = new ArrayList<>();
        chosen.stream().forEach(i -> top.add(findings.get(i)));
        return List.copyOf(top);
    }

    private record AgentMetric(int agent, String metric) {}
}
