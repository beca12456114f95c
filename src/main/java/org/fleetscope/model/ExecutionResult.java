package org.fleetscope.model;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Outcome of a task.
 *
 * @param output result as JSON text
 * @param executionTimeMs ms, NaN when missing
 * @param error error text of a failed task
 * @param completedAt µs UTC, or {@link Times#MISSING}
 */
public record ExecutionResult(
        UUID taskId,
        boolean success,
        @Nullable String output,
        double executionTimeMs,
        @Nullable ResourceUsage usage,
        @Nullable String error,
        long completedAt) {}
