package org.fleetscope.sample;

import java.util.UUID;
import org.fleetscope.model.TimeRange;
import org.jspecify.annotations.Nullable;

/**
 * A fault built into a synthetic fleet.
 *
 * @param id unique in its fleet, as {@code latency-spike-1}
 * @param agentId the agent concerned; null when a host or the whole fleet is
 * @param host the host concerned or the agent's; null when the whole fleet is
 * @param time when it acts
 * @param strength how strong it is; what the number means stands in {@code changes}
 * @param scale strength against the usual one of its kind, see {@link FaultStrengths}
 * @param changes what it does to which fields, in words
 */
public record Fault(
        String id,
        FaultKind kind,
        @Nullable UUID agentId,
        @Nullable String host,
        TimeRange time,
        double strength,
        double scale,
        String changes) {
    /** Rise of cpu_usage on a host that has gone bad, at the usual strength. */
    static final double CPU_RISE = 0.25;

    /** Share of the fault's time that has passed, 0..1. */
    double elapsed(long micros) {
        return (double) (micros - time.from()) / time.length();
    }
}
