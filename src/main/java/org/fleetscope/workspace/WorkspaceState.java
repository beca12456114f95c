package org.fleetscope.workspace;

import org.fleetscope.frame.Frame;
import org.fleetscope.frame.FrameBuilder;
import org.fleetscope.job.Lazy;
import org.fleetscope.series.AgentNames;
import org.fleetscope.series.DimensionValues;
import org.fleetscope.series.DimensionsBuilder;

/** What a workspace holds at one moment; never changed, only replaced. Thread-safe. */
final class WorkspaceState {
    private final Frame frame;
    private final EntityIndex entities;
    private final long quarantined;
    private final Lazy<AgentNames> names = new Lazy<>();
    private final Lazy<DimensionValues> dimensions = new Lazy<>();

    /**
     * @param quarantined rows in quarantine
     */
    WorkspaceState(Frame frame, EntityIndex entities, long quarantined) {
        this.frame = frame;
        this.entities = entities;
        this.quarantined = quarantined;
    }

    static WorkspaceState empty() {
        return new WorkspaceState(new FrameBuilder().build(), new EntityIndex(), 0);
    }

    /** Whether there is nothing at all, as in a new workspace. */
    boolean isEmpty() {
        return frame.rows() == 0
                && quarantined == 0
                && entities.isEmpty()
                && entities.results().isEmpty()
                && entities.health().isEmpty();
    }

    Frame frame() {
        return frame;
    }

    EntityIndex entities() {
        return entities;
    }

    long quarantined() {
        return quarantined;
    }

    /** Names of agents are made of all runs, so that an agent is called the same in every scope. */
    AgentNames names() {
        return names.get(() -> AgentNames.of(frame));
    }

    DimensionValues dimensions() {
        return dimensions.get(() -> DimensionsBuilder.of(frame, names()));
    }
}
