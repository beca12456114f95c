package org.fleetscope.ingest;

import java.util.UUID;
import org.fleetscope.model.EntityBatch;
import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.RejectedRow;

/** Takes what a reader makes of a file. */
public interface RowSink {
    /**
     * Work on a batch that needs no order, validation for instance. Called on parser threads,
     * several at once, before the batch is delivered; its lines are not numbered yet.
     */
    void prepare(KpiBatch batch);

    /**
     * Takes a prepared batch. Called in the order of the file, one call at a time; may block to
     * hold the reader back.
     */
    void deliver(KpiBatch batch);

    /** Takes entities that are not KPI reports. Ordered like {@link #deliver}. */
    void deliver(EntityBatch batch);

    /**
     * Takes a row that is no KPI report and could not be read as any entity. Ordered like {@link
     * #deliver}.
     */
    void reject(RejectedRow row);

    /**
     * Takes what is to be noted of an execution result that was delivered all the same. Comes after
     * the batch that the result is in.
     *
     * @param row the row with the rules that it broke, none of them an error
     */
    void flag(UUID taskId, RejectedRow row);

    /**
     * Hears of rows that are no runs by the mapping: left out by it, or scores of other rows.
     * Ordered like {@link #deliver}.
     */
    default void passedOver(long rows) {}
}
