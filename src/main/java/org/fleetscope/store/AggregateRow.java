package org.fleetscope.store;

import java.math.BigInteger;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One window of one agent in {@code kpi_aggregations}. Times in µs UTC. Means and deviations are
 * NaN when missing; sums and sums of squares are kept so that coarser windows merge exactly.
 *
 * @param totalNetworkBytes may be beyond a long; null when missing
 * @param successBasis "results" or "accuracy": what success_rate was taken from
 */
public record AggregateRow(
        long windowStart,
        long windowEnd,
        UUID agentId,
        double avgLatencyMs,
        double avgAccuracy,
        double avgCpuUsage,
        double avgMemoryMb,
        @Nullable BigInteger totalNetworkBytes,
        double latencyStddev,
        double accuracyStddev,
        int taskCount,
        double successRate,
        String successBasis,
        double performanceScore,
        double efficiencyRatio,
        double p50LatencyMs,
        double p95LatencyMs,
        double p99LatencyMs,
        double sumLatencyMs,
        double sumSqLatencyMs,
        double sumAccuracy,
        double sumSqAccuracy,
        int accuracyCount) {}
