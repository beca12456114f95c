package org.fleetscope.series;

import java.util.List;
import org.fleetscope.model.TimeRange;

/**
 * The fleet over time in equal buckets; every array has one entry a bucket, NaN where a bucket is
 * empty.
 *
 * @param bucket length of a bucket, µs
 * @param start start of each bucket, µs UTC
 * @param runs runs a bucket
 * @param p50 p95 p99 latency quantiles, ms (type 7, exact)
 * @param accuracy mean accuracy
 * @param findings findings by band a bucket, outer index as {@link
 *     org.fleetscope.model.Severity#ordinal()}
 */
public record FleetTimeline(
        TimeRange range,
        long bucket,
        long[] start,
        double[] runs,
        double[] p50,
        double[] p95,
        double[] p99,
        double[] accuracy,
        List<int[]> findings) {}
