package org.fleetscope.model;

import java.util.List;
import java.util.UUID;

/**
 * Findings of one agent or host that lie close together in time.
 *
 * @param id stays the same while the incident's first finding does
 * @param severity 0..100, that of its most severe finding
 * @param start time of its first finding, µs UTC
 * @param end time of its last finding, µs UTC
 * @param agents those with findings, most severe first; empty when it is about the whole fleet
 * @param hosts as {@code agents}; without those not known
 * @param types as {@code agents}
 * @param metrics ids, that of the most severe finding first
 * @param detectors ids, that of the most severe finding first
 * @param findings how many it has, ≥ 1
 * @param worst its most severe finding
 */
public record Incident(
        String id,
        double severity,
        long start,
        long end,
        List<UUID> agents,
        List<String> hosts,
        List<String> types,
        List<String> metrics,
        List<String> detectors,
        int findings,
        Finding worst) {
    public Incident {
        agents = List.copyOf(agents);
        hosts = List.copyOf(hosts);
        types = List.copyOf(types);
        metrics = List.copyOf(metrics);
        detectors = List.copyOf(detectors);
    }

    public Severity band() {
        return Severity.of(severity);
    }

    /** From the first finding to just after the last. */
    public TimeRange range() {
        return new TimeRange(start, end + 1);
    }

    /** True when it says something of the fleet as a whole and not of any agent. */
    public boolean isOfFleet() {
        return agents.isEmpty() && hosts.isEmpty();
    }
}
