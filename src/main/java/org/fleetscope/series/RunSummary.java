package org.fleetscope.series;

import java.util.UUID;

/** A run as a table row. {@code worst} is the severity of its worst finding, 0 without. */
public record RunSummary(
        int runIndex,
        UUID taskId,
        long recordedAt,
        double latencyMs,
        double accuracy,
        double cpuUsage,
        double memoryMb,
        double networkBytes,
        String host,
        double worst) {}
