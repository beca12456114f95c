package org.fleetscope.workspace;

import java.io.IOException;
import org.fleetscope.frame.Frame;
import org.fleetscope.frame.FrameAppender;
import org.fleetscope.model.RuleSettings;
import org.fleetscope.model.Times;
import org.fleetscope.quality.DuplicateIndex;
import org.fleetscope.quality.RowRules;
import org.fleetscope.quality.RunFlags;
import org.jspecify.annotations.Nullable;

/**
 * A state that followed rows are added to: its frame, which grows, the keys that are known, and the
 * gate. Made anew when somebody else has changed the workspace meanwhile.
 */
final class FollowBase {
    private final FollowLanding landing;
    private final RowGate gate;
    private final EntityIndex entities;
    private final EntityJournal journal = new EntityJournal();
    private final WorkspaceState start;
    private WorkspaceState state;
    private final FollowJudging judging;
    private @Nullable RunFlags flags;
    private long rejected;

    FollowBase(
            StoreAccess store,
            WorkspaceState start,
            RowRules rules,
            RuleSettings settings,
            ImportCounts counts) {
        DuplicateIndex duplicates = DuplicateIndex.ofLastingRows(1 << 16);
        this.start = start;
        this.state = start;
        this.entities = start.entities();
        entities.journal(journal);
        this.landing = new FollowLanding(store, new FrameAppender(start.frame()), duplicates);
        this.gate =
                new RowGate(
                        rules,
                        duplicates,
                        entities,
                        RepairedKeys.NONE,
                        StoredValues.NONE,
                        landing,
                        counts);
        this.judging = new FollowJudging(start, gate, settings);
    }

    /** Reads the keys of a moment's day before rows of it come. */
    void expectDay(long micros) throws IOException {
        landing.dayBegins(Times.epochDay(micros));
    }

    FollowLanding landing() {
        return landing;
    }

    RowGate gate() {
        return gate;
    }

    /** Whether something came that was not judged. */
    boolean isUnjudged() {
        return judging.isDue(state.frame());
    }

    /** Judges what came, by rules that look beyond a row; states from the next one on show it. */
    FollowJudging.Judged judge(long importId) {
        FollowJudging.Judged judged =
                judging.judge(state.frame(), entities, Math.toIntExact(importId));
        flags = judged.flags();
        return judged;
    }

    /** Changes of entities that are not on disk. */
    EntityJournal journal() {
        return journal;
    }

    /** Gives the entities back, which nobody changes in place from here on. */
    void end() {
        entities.journal(null);
    }

    /** Whether a state is the one that the last step made. */
    boolean isAt(WorkspaceState other) {
        return state == other;
    }

    /** The state with the rows since, to be published. */
    WorkspaceState next() {
        rejected += landing.rejectedRows();
        // Of the start, not of the last step, which would keep all states in between.
        Frame frame = landing.frame().frame();
        long quarantined = start.quarantined() + rejected;
        RunFlags known = flags;
        state =
                known == null
                        ? start.with(frame, entities, quarantined)
                        : new WorkspaceState(
                                frame,
                                entities,
                                quarantined,
                                new RunJudgement(() -> known.extended(frame)));
        return state;
    }
}
