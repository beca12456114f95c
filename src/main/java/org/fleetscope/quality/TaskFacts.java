package org.fleetscope.quality;

import org.fleetscope.model.ResourceQuota;
import org.jspecify.annotations.Nullable;

/**
 * What rules need to know of a task.
 *
 * @param createdAt µs UTC, or {@link org.fleetscope.model.Times#MISSING}
 * @param deadline likewise
 * @param complexity of its payload, NaN without one
 */
public record TaskFacts(
        long createdAt, long deadline, @Nullable ResourceQuota quota, double complexity) {}
