package org.fleetscope.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fleetscope.frame.Frame;
import org.fleetscope.frame.FrameBuilder;
import org.fleetscope.frame.MetadataChange;
import org.fleetscope.model.MetadataUpdate;

/**
 * Runs stored before and runs of an import, with the metadata that the import's tasks and agents
 * gave them.
 *
 * @param before earlier runs
 * @param imported runs of the import
 * @param whole both, earlier ones first
 * @param updates what changes of rows that are in the store, or on their way into it
 */
record Refilled(Frame before, Frame imported, Frame whole, List<MetadataUpdate> updates) {
    static Refilled of(Frame before, Frame imported, EntityIndex entities, Arrivals arrivals) {
        List<MetadataChange> earlier = MetadataRefill.of(before, entities, arrivals);
        // Runs of the import knew what came before them.
        List<MetadataChange> now =
                arrivals.isAfterRuns()
                        ? MetadataRefill.of(imported, entities, arrivals)
                        : List.of();
        List<MetadataUpdate> updates = new ArrayList<>();
        note(before, earlier, updates);
        note(imported, now, updates);
        Frame first = filled(before, earlier);
        Frame last = filled(imported, now);
        Frame whole = first.rows() == 0 ? last : new FrameBuilder().add(first).add(last).build();
        return new Refilled(first, last, whole, updates);
    }

    /** Runs after tasks and agents went that they may have inherited from. */
    static Refilled without(
            Frame runs, EntityIndex left, Set<UUID> tasksGone, Set<UUID> agentsGone) {
        List<MetadataChange> changes = MetadataRefill.of(runs, left, tasksGone, agentsGone);
        List<MetadataUpdate> updates = new ArrayList<>();
        note(runs, changes, updates);
        Frame filled = filled(runs, changes);
        return new Refilled(filled, new FrameBuilder().build(), filled, updates);
    }

    /** Built a second time, so that values that no row has any more are not known. */
    private static Frame filled(Frame frame, List<MetadataChange> changes) {
        return changes.isEmpty()
                ? frame
                : new FrameBuilder().add(new FrameBuilder().add(frame, changes).build()).build();
    }

    private static void note(Frame frame, List<MetadataChange> changes, List<MetadataUpdate> to) {
        for (MetadataChange change : changes) {
            int row = change.row();
            to.add(
                    new MetadataUpdate(
                            frame.recordedAt()[row],
                            frame.taskHi()[row],
                            frame.taskLo()[row],
                            frame.importId()[row],
                            change.metadata()));
        }
    }
}
