package org.fleetscope.model;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rule that a kept row broke.
 *
 * @param entity what the row is: a KPI report or an execution result
 * @param recordedAt µs UTC, {@link Times#MISSING} for a result; with the task the key of a run
 * @param agentId null for a result
 */
public record RowFlag(
        EntityKind entity,
        long recordedAt,
        UUID taskId,
        @Nullable UUID agentId,
        RowOrigin origin,
        RuleViolation violation) {}
