package org.fleetscope.workspace;

import java.io.IOException;
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
    private final StoredDays days;

    CheckedLanding(RejectListener listener, FrameBuilder frame, StoredDays days) {
        this.listener = listener;
        this.frame = frame;
        this.days = days;
    }

    @Override
    public void dayBegins(long epochDay) throws IOException {
        days.begins(epochDay);
    }

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
