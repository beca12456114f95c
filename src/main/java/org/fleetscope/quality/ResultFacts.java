package org.fleetscope.quality;

/**
 * What rules need to know of an execution result. NaN where it does not say.
 *
 * @param executionSeconds s
 * @param cpuSeconds s
 * @param memoryPeakMb MB
 * @param networkBytes sent and received together, bytes
 * @param completedAt µs UTC, or {@link org.fleetscope.model.Times#MISSING}
 */
public record ResultFacts(
        double executionSeconds,
        double cpuSeconds,
        double memoryPeakMb,
        double networkBytes,
        long completedAt) {}
