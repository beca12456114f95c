package org.fleetscope.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.UUID;
import org.fleetscope.ingest.Mapping;
import org.fleetscope.ingest.RowSink;
import org.fleetscope.model.EntityBatch;
import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.RejectedRow;

/** Passes followed rows on to the gate, and makes one ready only when rows do come. */
final class FollowSink implements RowSink {
    /** Makes a gate ready for the rows of a file. */
    interface Gates {
        RowGate ready(Path file, Mapping mapping, boolean history) throws IOException;
    }

    private final Gates gates;
    private Path file = Path.of("");
    private Mapping mapping = Mapping.identity();
    private boolean history;

    FollowSink(Gates gates) {
        this.gates = gates;
    }

    /** This, for the next rows of a file. */
    FollowSink of(Path path, Mapping by, boolean isHistory) {
        file = path;
        mapping = by;
        history = isHistory;
        return this;
    }

    private RowGate gate() {
        try {
            return gates.ready(file, mapping, history);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void prepare(KpiBatch batch) {
        gate().prepare(batch);
    }

    @Override
    public void deliver(KpiBatch batch) {
        gate().deliver(batch);
    }

    @Override
    public void deliver(EntityBatch batch) {
        gate().deliver(batch);
    }

    @Override
    public void reject(RejectedRow row) {
        gate().reject(row);
    }

    @Override
    public void flag(UUID taskId, RejectedRow row) {
        gate().flag(taskId, row);
    }

    @Override
    public void passedOver(long rows) {
        gate().passedOver(rows);
    }
}
