package org.fleetscope.enrich;

/** Memory held over time against peers. */
final class MemoryEfficiency extends PeerEfficiency {
    MemoryEfficiency() {
        super(
                "memory_efficiency",
                Quantity.MEMORY_SECONDS,
                "memory_mb·seconds",
                "memory_mb",
                "latency_ms");
    }
}
