package org.fleetscope.enrich;

import java.util.List;

/** Latency far from what the agent does. */
final class IsLatencyAnomaly extends SigmaFlag {
    IsLatencyAnomaly() {
        super(
                "is_latency_anomaly",
                "|latency_ms − mean| > k·sd of the agent in scope, k = 2",
                List.of(SigmaMetric.LATENCY),
                "latency_ms",
                "agent_id");
    }
}
