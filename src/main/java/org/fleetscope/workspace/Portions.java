package org.fleetscope.workspace;

import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.fleetscope.model.AcceptedRows;
import org.fleetscope.model.EntityBatch;
import org.fleetscope.model.RejectedRow;
import org.fleetscope.store.FollowedImport;

/** Makes one step of the store out of several portions. */
final class Portions {
    private Portions() {}

    /** Takes portions off until they have so many rows; the last tells counts and positions. */
    static FollowWriter.Portion take(Deque<FollowWriter.Portion> waiting, int most) {
        List<AcceptedRows> accepted = new ArrayList<>();
        List<EntityBatch> entities = new ArrayList<>();
        List<RejectedRow> rejected = new ArrayList<>();
        int rows = 0;
        int parts = 0;
        FollowWriter.Portion last;
        do {
            last = waiting.remove();
            accepted.addAll(last.step().rows());
            entities.addAll(last.step().entities());
            rejected.addAll(last.step().rejected());
            rows += last.rows();
            parts += last.parts();
        } while (!waiting.isEmpty() && rows < most && last.step().flags() == null);
        FollowedImport.Step step = last.step();
        return new FollowWriter.Portion(
                new FollowedImport.Step(
                        accepted,
                        entities,
                        rejected,
                        step.flags(),
                        step.outcome(),
                        step.settings(),
                        step.indexed()),
                rows,
                parts,
                last.state(),
                last.onLanded());
    }
}
