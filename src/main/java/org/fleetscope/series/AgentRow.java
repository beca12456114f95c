package org.fleetscope.series;

import java.util.UUID;

/**
 * One agent in scope.
 *
 * @param name short name for people, unique in the workspace
 * @param p50 p95 latency quantiles, ms
 * @param accuracy mean, NaN when missing
 * @param successRate share 0..1, NaN when missing
 * @param latencyChange relative change of the median latency, second half of the scope against the
 *     first; NaN when a half has fewer than 5 runs
 * @param score mean performance_score 0..100
 * @param findings findings in scope
 * @param worst severity of the worst, 0 without findings
 * @param spark median latency per bucket, NaN for gaps
 */
public record AgentRow(
        UUID id,
        String name,
        String type,
        String host,
        long runs,
        double p50,
        double p95,
        double accuracy,
        double successRate,
        double latencyChange,
        double score,
        long findings,
        double worst,
        double[] spark) {}
