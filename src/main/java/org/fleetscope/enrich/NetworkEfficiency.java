package org.fleetscope.enrich;

/** Network traffic per second against peers. */
final class NetworkEfficiency extends PeerEfficiency {
    NetworkEfficiency() {
        super(
                "network_efficiency",
                Quantity.NETWORK_RATE,
                "network_bytes/seconds",
                "network_bytes",
                "latency_ms");
    }
}
