package org.fleetscope.store;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.fleetscope.model.AgentWindow;

/**
 * A repair being taken back. Nothing has changed before {@link #commit}, which changes all at once.
 */
public interface StagedUndo extends AutoCloseable {
    /** The rows that the repair had stored, in portions. */
    void rows(Consumer<List<RepairedRow>> to) throws IOException;

    /**
     * UTC days whose windows of before are no longer kept, since an import has replaced them: they
     * have to be computed again.
     */
    long[] daysToAggregate() throws IOException;

    /** As {@link StagedRepair#aggregates}, for the days of {@link #daysToAggregate}. */
    void aggregates(List<AgentWindow> rows, long[] epochDays) throws IOException;

    /**
     * @param at µs UTC
     * @param by name of the user
     */
    void commit(long at, String by) throws IOException;

    @Override
    void close() throws IOException;
}
