package org.fleetscope.store;

import java.util.UUID;
import org.fleetscope.model.EntityKind;
import org.fleetscope.model.Times;
import org.jspecify.annotations.Nullable;

/**
 * A quarantined row as it is re-admitted.
 *
 * @param text the row as it was re-admitted
 * @param recordedAt recorded_at of a run or a health record, else {@link Times#MISSING}
 * @param id task_id of a run or a result, id of a task or an agent, null for a health record
 * @param stored false when a row that says the same was there already
 */
public record RepairedRow(
        long quarantineId,
        String text,
        EntityKind entity,
        long recordedAt,
        @Nullable UUID id,
        boolean stored) {}
