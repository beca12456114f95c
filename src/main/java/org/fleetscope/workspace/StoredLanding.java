package org.fleetscope.workspace;

import java.io.IOException;
import java.util.List;
import org.fleetscope.frame.Frame;
import org.fleetscope.frame.FrameBuilder;
import org.fleetscope.model.AcceptedRows;
import org.fleetscope.model.EntityBatch;
import org.fleetscope.model.RejectedRow;
import org.fleetscope.quality.DuplicateIndex;

/**
 * Sends rows of an import to the store, on its writer's thread, and into the frame that will be
 * shown.
 */
final class StoredLanding implements Landing {
    /** Bytes of a row's columns in a batch, next to its text. */
    private static final int COLUMN_BYTES = 160;

    private final StoreWriter writer;
    private final FrameBuilder frame;
    private final StoredDays days;
    private final KeptScores scores;

    /**
     * @param before runs that are stored already
     */
    StoredLanding(
            OpeningStore store,
            Frame before,
            StoreWriter writer,
            FrameBuilder frame,
            DuplicateIndex duplicates,
            KeptScores scores) {
        this.scores = scores;
        this.writer = writer;
        this.frame = frame;
        this.days = new StoredDays(store, before, duplicates);
    }

    @Override
    public void dayBegins(long epochDay) throws IOException {
        days.begins(epochDay);
    }

    @Override
    public void accepted(AcceptedRows rows) throws IOException {
        frame.add(rows);
        long bytes = rows.batch().text.length + (long) COLUMN_BYTES * rows.batch().rows;
        writer.submit(bytes, staged -> staged.rows(rows));
    }

    @Override
    public void rejected(List<RejectedRow> rows) throws IOException {
        long bytes = rows.stream().mapToLong(row -> row.raw().length()).sum();
        List<RejectedRow> copy = scores.with(rows);
        writer.submit(bytes, staged -> staged.quarantine(copy));
    }

    @Override
    public void entities(EntityBatch batch) throws IOException {
        if (batch.size() > 0) {
            writer.submit(batch.size() * 500L, staged -> staged.entities(batch));
        }
    }

    /** Flags are stored once all is read. */
    @Override
    public void flagged(RejectedRow row) {}
}
