package org.fleetscope.workspace;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fleetscope.analysis.FindingSet;
import org.fleetscope.frame.Frame;
import org.fleetscope.series.AgentRow;

/**
 * What is known of all runs in scope of an earlier state.
 *
 * @param runs the runs in scope then
 * @param byResults whether results tell which of them succeeded
 * @param findings of these runs
 * @param before findings of the period before; NaN when there is no such period
 * @param agents rows of all agents; empty when nobody asked for them
 */
record Examined(
        Frame runs,
        boolean byResults,
        FindingSet findings,
        double before,
        Map<UUID, AgentRow> agents) {
    Examined {
        agents = Map.copyOf(agents);
    }

    static Map<UUID, AgentRow> byId(List<AgentRow> rows) {
        Map<UUID, AgentRow> byId = new HashMap<>();
        rows.forEach(row -> byId.put(row.id(), row));
        return byId;
    }

    /** An agent's row of now, with what only the examination tells of it. */
    AgentRow completed(AgentRow now) {
        AgentRow then = agents.get(now.id());
        return new AgentRow(
                now.id(),
                now.name(),
                now.type(),
                now.host(),
                now.runs(),
                now.p50(),
                now.p95(),
                now.accuracy(),
                now.successRate(),
                now.latencyChange(),
                then == null ? Double.NaN : then.score(),
                then == null ? 0 : then.findings(),
                then == null ? 0 : then.worst(),
                now.spark());
    }
}
