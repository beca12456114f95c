package org.fleetscope.workspace;

import java.io.IOException;
import org.fleetscope.frame.FrameAppender;
import org.fleetscope.model.Times;
import org.fleetscope.quality.DuplicateIndex;
import org.fleetscope.quality.RowRules;

/**
 * A state that followed rows are added to: its frame, which grows, the keys that are known, and the
 * gate. Made anew when somebody else has changed the workspace meanwhile.
 */
final class FollowBase {
    private final FollowLanding landing;
    private final RowGate gate;
    private final EntityIndex entities;
    private final WorkspaceState start;
    private WorkspaceState state;
    private long rejected;

    FollowBase(OpeningStore store, WorkspaceState start, RowRules rules, ImportCounts counts) {
        DuplicateIndex duplicates = DuplicateIndex.ofLastingRows(1 << 16);
        this.start = start;
        this.state = start;
        this.entities = start.entities();
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

    /** Whether a state is the one that the last step made. */
    boolean isAt(WorkspaceState other) {
        return state == other;
    }

    /** The state with the rows since, to be published. */
    WorkspaceState next() {
        rejected += landing.rejectedRows();
        // Of the start, not of the last step, which would keep all states in between.
        state = start.with(landing.frame().frame(), entities, start.quarantined() + rejected);
        return state;
    }
}
