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
 * @param changes what it does to which fields, in words
 */
public record Fault(
        String id,
        FaultKind kind,
        @Nullable UUID agentId,
        @Nullable String host,
        TimeRange time,
        double strength,
        String changes) {
    /** Share of the fault's time that has passed, 0..1. */
    double elapsed(long micros) {
        return (double) (micros - time.from()) / time.length();
    }
}
