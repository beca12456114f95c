package org.fleetscope.model;

import org.jspecify.annotations.Nullable;

/**
 * State of the execution layer at one instant.
 *
 * @param recordedAt µs UTC
 * @param uptimeSeconds s, NaN when missing
 * @param resourceUtilization {cpu, memory, …} as JSON text
 */
public record SystemHealth(
        long recordedAt,
        String status,
        int activeAgents,
        double uptimeSeconds,
        @Nullable String resourceUtilization) {}
