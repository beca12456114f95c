package org.fleetscope.enrich;

import java.util.List;

/** How busy the agent was during a run. */
final class WorkloadLevel extends IntFeature {
    WorkloadLevel() {
        super(
                "workload_level",
                "by concurrent_runs: 1 idle, 2–3 light, 4–7 normal, 8–15 heavy, ≥ 16 saturated",
                "idle, light, normal, heavy, saturated",
                List.of("agent_id", "recorded_at", "latency_ms"),
                List.of("idle", "light", "normal", "heavy", "saturated"));
    }

    @Override
    void fill(int[] to, EnrichInput input) {
        int[] concurrent = input.concurrent();
        for (int row = 0; row < to.length; row++) {
            // The levels begin at 1, 2, 4, 8 and 16 runs: the position of the highest bit.
            to[row] =
                    concurrent[row] == FeatureColumn.MISSING_INT
                            ? FeatureColumn.MISSING_INT
                            : Math.min(4, 31 - Integer.numberOfLeadingZeros(concurrent[row]));
        }
    }

    @Override
    public String why(int row, EnrichInput input) {
        return ConcurrentRuns.why(input, row);
    }
}
