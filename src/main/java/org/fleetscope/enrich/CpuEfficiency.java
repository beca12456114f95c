package org.fleetscope.enrich;

/** CPU time against peers. */
final class CpuEfficiency extends PeerEfficiency {
    CpuEfficiency() {
        super(
                "cpu_efficiency",
                Quantity.CPU_SECONDS,
                "cpu_usage·seconds",
                "cpu_usage",
                "latency_ms");
    }
}
