package org.fleetscope.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fleetscope.frame.Frame;
import org.fleetscope.frame.MetadataChange;

/**
 * Gives runs that were read before their task or agent the layer, type and priority that they
 * inherit. What a row says itself never changes.
 */
final class MetadataRefill {
    private static final int OWN = Frame.OWN_LAYER | Frame.OWN_TYPE | Frame.OWN_PRIORITY;

    private MetadataRefill() {}

    /**
     * The rows whose metadata change.
     *
     * @param arrivals tasks and agents that came or changed
     */
    static List<MetadataChange> of(Frame frame, EntityIndex entities, Arrivals arrivals) {
        return of(frame, entities, arrivals.tasks(), arrivals.agents());
    }

    /**
     * @param tasks those that came, changed or went
     */
    static List<MetadataChange> of(
            Frame frame, EntityIndex entities, Set<UUID> tasks, Set<UUID> agents) {
        List<MetadataChange> changes = new ArrayList<>();
        if (tasks.isEmpty() && agents.isEmpty()) {
            return changes;
        }
        MetadataResolver resolver = new MetadataResolver(entities);
        for (int row = 0; row < frame.rows(); row++) {
            if ((frame.flags()[row] & OWN) == OWN) {
                continue;
            }
            UUID task = frame.taskId(row);
            UUID agent = frame.agents().get(frame.agent()[row]);
            if (tasks.contains(task) || agents.contains(agent)) {
                MetadataChange change = new MetadataChange(row, resolver.again(frame, row));
                if (differs(frame, change)) {
                    changes.add(change);
                }
            }
        }
        return changes;
    }

    private static boolean differs(Frame frame, MetadataChange change) {
        int row = change.row();
        return !frame.layers().get(frame.layer()[row]).equals(change.metadata().sourceLayer())
                || !frame.types().get(frame.type()[row]).equals(change.metadata().targetAgentType())
                || frame.priority()[row] != change.metadata().priority()
                || (frame.flags()[row] & Frame.METADATA_MISSING)
                        != 0
                        != change.metadata().missing();
    }
}
