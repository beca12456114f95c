package org.fleetscope.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.fleetscope.model.EntityBatch;
import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.RejectedRow;
import org.fleetscope.model.RowOrigin;

/** Keeps everything that a reader delivers. */
final class CollectingSink implements RowSink {
    final AtomicInteger prepared = new AtomicInteger();
    final List<KpiBatch> batches = new ArrayList<>();
    final List<EntityBatch> entities = new ArrayList<>();
    final List<RejectedRow> rejects = new ArrayList<>();
    long passedOver;

    final Map<UUID, RejectedRow> flagged = new LinkedHashMap<>();

    /** A row of a batch. */
    record Row(KpiBatch batch, int row) {
        RowOrigin origin() {
            return batch.origin(row);
        }

        List<KpiBatch.Problem> problems() {
            return batch.problems.stream().filter(p -> p.row() == row).toList();
        }
    }

    @Override
    public void prepare(KpiBatch batch) {
        prepared.incrementAndGet();
    }

    @Override
    public void deliver(KpiBatch batch) {
        batches.add(batch);
    }

    @Override
    public void deliver(EntityBatch batch) {
        entities.add(batch);
    }

    @Override
    public void reject(RejectedRow row) {
        rejects.add(row);
    }

    @Override
    public void flag(UUID taskId, RejectedRow row) {
        flagged.put(taskId, row);
    }

    @Override
    public void passedOver(long rows) {
        passedOver += rows;
    }

    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (KpiBatch batch : batches) {
            for (int i = 0; i < batch.rows; i++) {
                rows.add(new Row(batch, i));
            }
        }
        return rows;
    }

    Row row(int index) {
        return rows().get(index);
    }
}
