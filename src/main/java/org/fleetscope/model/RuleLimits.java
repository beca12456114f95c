package org.fleetscope.model;

import java.time.Duration;
import java.util.Set;

/**
 * Limits of the row rules; {@link #DEFAULTS} are those of the domain. Open and closed ends as in
 * the rule list: latency and memory exclude both ends, the fractions include them.
 *
 * @param maxLatencyMs latency_ms is below it, ms
 * @param maxMemoryMb memory_mb is below it, MB
 * @param maxFuture how far recorded_at may lie past the reference time
 * @param maxAge how far recorded_at may lie before it, profile live only
 * @param maxCustomKeyLength characters of a custom metric's name
 * @param maxCustomMagnitude magnitude of a custom metric's value
 * @param absentMetrics ids of metrics ({@code accuracy}, …) and of {@code execution_context} that
 *     the mapping declares absent: their rules are off and their values stay missing
 * @param optionalMetrics ids of metrics that some runs may lack: their rules are about the values
 *     that are there
 */
public record RuleLimits(
        double maxLatencyMs,
        double maxMemoryMb,
        Duration maxFuture,
        Duration maxAge,
        int maxCustomKeyLength,
        double maxCustomMagnitude,
        Set<String> absentMetrics,
        Set<String> optionalMetrics) {
    public static final RuleLimits DEFAULTS = RuleSettings.DEFAULTS.rowLimits(Set.of(), Set.of());

    public RuleLimits {
        absentMetrics = Set.copyOf(absentMetrics);
        optionalMetrics = Set.copyOf(optionalMetrics);
    }

    public boolean isAbsent(String metricId) {
        return absentMetrics.contains(metricId);
    }

    public boolean isOptional(String metricId) {
        return optionalMetrics.contains(metricId);
    }
}
