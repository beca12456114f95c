package org.fleetscope.workspace;

import org.fleetscope.frame.Frame;
import org.fleetscope.frame.FrameBuilder;
import org.fleetscope.job.Lazy;
import org.fleetscope.quality.RunFlags;
import org.fleetscope.series.AgentNames;
import org.fleetscope.series.DimensionValues;
import org.fleetscope.series.DimensionsBuilder;

/** What a workspace holds at one moment; never changed, only replaced. Thread-safe. */
final class WorkspaceState {
    private final Frame frame;
    private final EntityIndex entities;
    private final long quarantined;
    private final RunJudgement judgement;
    private final boolean isNew;
    private final Lazy<AgentNames> names = new Lazy<>();
    private final Lazy<DimensionValues> dimensions = new Lazy<>();

    /**
     * @param quarantined rows in quarantine
     * @param judgement flags of the frame's rows
     */
    WorkspaceState(Frame frame, EntityIndex entities, long quarantined, RunJudgement judgement) {
        this(frame, entities, quarantined, judgement, false);
    }

    /** The state of a workspace that never saw an import. */
    static WorkspaceState empty() {
        Frame none = new FrameBuilder().build();
        return new WorkspaceState(none, new EntityIndex(), 0, RunJudgement.unflagged(none), true);
    }

    private WorkspaceState(
            Frame frame,
            EntityIndex entities,
            long quarantined,
            RunJudgement judgement,
            boolean isNew) {
        this.frame = frame;
        this.entities = entities;
        this.quarantined = quarantined;
        this.judgement = judgement;
        this.isNew = isNew;
    }

    /** Whether it is the state of a workspace that never saw an import. */
    boolean isNew() {
        return isNew;
    }

    /**
     * The state with runs more or fewer, each with the flags it has here; runs that are new have
     * none.
     */
    WorkspaceState with(Frame runs, EntityIndex known, long inQuarantine) {
        return new WorkspaceState(
                runs, known, inQuarantine, new RunJudgement(() -> flags().carried(frame, runs)));
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

    /** Flags of the frame's rows; judged by this call when nobody asked before. */
    RunFlags flags() {
        return judgement.flags();
    }

    /** Names of agents are made of all runs, so that an agent is called the same in every scope. */
    AgentNames names() {
        return names.get(() -> AgentNames.of(frame));
    }

    DimensionValues dimensions() {
        return dimensions.get(() -> DimensionsBuilder.of(frame, names()));
    }
}
