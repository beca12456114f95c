package org.fleetscope.workspace;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.fleetscope.frame.Frame;
import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.Priority;
import org.fleetscope.model.RunMetadata;
import org.fleetscope.workspace.EntityIndex.Inherited;
import org.jspecify.annotations.Nullable;

/**
 * Finds layer, type and priority of a row: its own, else its task's, else its agent's type, else
 * the defaults.
 */
final class MetadataResolver {
    private final EntityIndex entities;
    private final Map<RunMetadata, RunMetadata> shared = new HashMap<>();

    MetadataResolver(EntityIndex entities) {
        this.entities = entities;
    }

    RunMetadata[] resolve(KpiBatch batch, int[] rows) {
        Map<Long, RunMetadata> known = new HashMap<>();
        RunMetadata[] resolved = new RunMetadata[rows.length];
        long lastKey = -1;
        RunMetadata last = null;
        for (int i = 0; i < rows.length; i++) {
            int row = rows[i];
            boolean whole =
                    batch.layer[row] >= 0 && batch.type[row] >= 0 && batch.priority[row] >= 0;
            if (!whole && !entities.isEmpty()) {
                resolved[i] = inherit(batch, row);
                continue;
            }
            long key = key(batch, row);
            if (last == null || key != lastKey) {
                last = known.computeIfAbsent(key, k -> inherit(batch, row));
                lastKey = key;
            }
            resolved[i] = last;
        }
        return resolved;
    }

    /** Codes and priority in one word; 21 bits each are more than a batch has distinct values. */
    private static long key(KpiBatch batch, int row) {
        return ((long) (batch.layer[row] + 1) << 42)
                | ((long) (batch.type[row] + 1) << 21)
                | (batch.priority[row] + 1);
    }

    private RunMetadata inherit(KpiBatch batch, int row) {
        return inherit(
                batch.taskId(row),
                batch.agentId(row),
                batch.layer[row] >= 0 ? batch.layers.get(batch.layer[row]) : null,
                batch.type[row] >= 0 ? batch.types.get(batch.type[row]) : null,
                batch.priority[row]);
    }

    /** Metadata of a run that was resolved before, by what is known now. */
    RunMetadata again(Frame frame, int row) {
        int flags = frame.flags()[row];
        return inherit(
                frame.taskId(row),
                frame.agents().get(frame.agent()[row]),
                (flags & Frame.OWN_LAYER) == 0 ? null : frame.layers().get(frame.layer()[row]),
                (flags & Frame.OWN_TYPE) == 0 ? null : frame.types().get(frame.type()[row]),
                (flags & Frame.OWN_PRIORITY) == 0 ? -1 : frame.priority()[row]);
    }

    /**
     * @param ownLayer what the row says itself, null when it does not
     * @param ownPriority likewise, −1 when it does not
     */
    private RunMetadata inherit(
            @Nullable UUID taskId,
            @Nullable UUID agentId,
            @Nullable String ownLayer,
            @Nullable String ownType,
            int ownPriority) {
        Inherited task = taskId == null ? null : entities.task(taskId);
        String layer = ownLayer;
        String type = ownType;
        int priority = ownPriority;
        if (task != null) {
            layer = firstOf(layer, task.sourceLayer());
            type = firstOf(type, task.targetAgentType());
            priority = priority >= 0 ? priority : task.priority();
        }
        if (type == null && agentId != null) {
            type = entities.agentType(agentId);
        }
        boolean missing = layer == null || type == null || priority < 0;
        RunMetadata metadata =
                new RunMetadata(
                        layer == null ? RunMetadata.UNKNOWN : layer,
                        type == null ? RunMetadata.UNKNOWN : type,
                        priority < 0 ? Priority.NORMAL.level() : priority,
                        missing);
        return shared.computeIfAbsent(metadata, same -> same);
    }

    private static @Nullable String firstOf(@Nullable String own, @Nullable String inherited) {
        return own != null ? own : inherited;
    }
}
