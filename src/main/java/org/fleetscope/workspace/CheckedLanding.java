package org.fleetscope.workspace;

import java.util.List;
import org.fleetscope.frame.FrameBuilder;
import org.fleetscope.model.AcceptedRows;
import org.fleetscope.model.EntityBatch;
import org.fleetscope.model.RejectedRow;

/**
 * Stores nothing: rejected rows go to a listener, accepted ones into a frame that tells where they
 * stand.
 */
final class CheckedLanding implements Landing {
    private final RejectListener listener;
    private final FrameBuilder frame;

    CheckedLanding(RejectListener listener, FrameBuilder frame) {
        this.listener = listener;
        this.frame = frame;
    }

    @Override
    public void dayBegins(long epochDay) {}

    @Override
    public void accepted(AcceptedRows rows) {
        frame.add(rows);
    }

    @Override
    public void rejected(List<RejectedRow> rows) {
        rows.forEach(listener::rejected);
    }

    @Override
    public void entities(EntityBatch batch) {}

    @Override
    public void flagged(RejectedRow row) {
        listener.rejected(row);
    }
}
