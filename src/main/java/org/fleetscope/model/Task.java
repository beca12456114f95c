package org.fleetscope.model;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A unit of work. Times in µs UTC.
 *
 * @param payload task parameters as JSON text
 * @param deadline µs, or {@link Times#MISSING}
 */
public record Task(
        UUID id,
        int priority,
        @Nullable String payload,
        long createdAt,
        long deadline,
        @Nullable ResourceQuota quota,
        @Nullable String sourceLayer,
        @Nullable String targetAgentType,
        Map<String, String> metadata) {}
