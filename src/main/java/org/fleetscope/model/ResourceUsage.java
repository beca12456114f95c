package org.fleetscope.model;

/**
 * What a task consumed: s, MB, bytes, operations, fraction 0..1. NaN stands for a missing value.
 */
public record ResourceUsage(
        double cpuSeconds,
        double memoryPeakMb,
        double networkTxBytes,
        double networkRxBytes,
        double diskIoOps,
        double gpuUtilization) {}
