package org.fleetscope.enrich;

import java.util.List;

/** CPU, memory or network far from what the agent uses. */
final class IsResourceAnomaly extends SigmaFlag {
    IsResourceAnomaly() {
        super(
                "is_resource_anomaly",
                "|x − mean| > k·sd of the agent in scope, k = 2, for any x of cpu_usage, memory_mb, log1p(network_bytes)",
                List.of(SigmaMetric.CPU, SigmaMetric.MEMORY, SigmaMetric.LOG_NETWORK),
                "cpu_usage",
                "memory_mb",
                "network_bytes",
                "agent_id");
    }
}
