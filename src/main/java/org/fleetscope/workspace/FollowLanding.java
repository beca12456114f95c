package org.fleetscope.workspace;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fleetscope.frame.FrameAppender;
import org.fleetscope.model.AcceptedRows;
import org.fleetscope.model.EntityBatch;
import org.fleetscope.model.RejectedRow;
import org.fleetscope.quality.DuplicateIndex;
import org.fleetscope.store.FollowedImport;

/** Appends followed rows to the frame that will be shown and keeps them for the next step. */
final class FollowLanding implements Landing {
    private final StoreAccess store;
    private final FrameAppender frame;
    private final DuplicateIndex duplicates;
    private final Set<Long> seeded = new HashSet<>();
    private List<AcceptedRows> accepted = new ArrayList<>();
    private List<EntityBatch> entities = new ArrayList<>();
    private List<RejectedRow> rejected = new ArrayList<>();
    private long newest = Long.MIN_VALUE;

    FollowLanding(StoreAccess store, FrameAppender frame, DuplicateIndex duplicates) {
        this.store = store;
        this.frame = frame;
        this.duplicates = duplicates;
    }

    /** The keys of a day that may have many rows are best read before anybody waits for it. */
    @Override
    public void dayBegins(long epochDay) throws IOException {
        if (seeded.add(epochDay)) {
            store.get().keys(day -> day == epochDay, duplicates::stored);
        }
    }

    @Override
    public void accepted(AcceptedRows rows) {
        frame.add(rows);
        accepted.add(rows);
        for (int row : rows.rows()) {
            newest = Math.max(newest, rows.batch().recordedAt[row]);
        }
    }

    @Override
    public void rejected(List<RejectedRow> rows) {
        rejected.addAll(rows);
    }

    @Override
    public void entities(EntityBatch batch) {
        if (batch.size() > 0) {
            entities.add(batch);
        }
    }

    /** The row was kept; what it broke is counted. */
    @Override
    public void flagged(RejectedRow row) {}

    FrameAppender frame() {
        return frame;
    }

    /** Latest recorded_at of an accepted row, µs; {@link Long#MIN_VALUE} before the first. */
    long newest() {
        return newest;
    }

    int rejectedRows() {
        return rejected.size();
    }

    int acceptedRows() {
        return accepted.stream().mapToInt(AcceptedRows::size).sum();
    }

    /** What came since the last call. */
    FollowedImport.Step take(FollowProgress progress) {
        FollowedImport.Step step =
                new FollowedImport.Step(
                        accepted,
                        entities,
                        rejected,
                        progress.flags(),
                        progress.outcome(),
                        progress.settings(),
                        progress.indexed());
        accepted = new ArrayList<>();
        entities = new ArrayList<>();
        rejected = new ArrayList<>();
        return step;
    }
}
