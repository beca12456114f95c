package org.fleetscope.store;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.fleetscope.model.AgentWindow;
import org.fleetscope.model.EntityKind;
import org.fleetscope.model.MetadataUpdate;

/**
 * A repair being taken back. Nothing has changed before {@link #commit}, which changes all at once.
 */
public interface StagedUndo extends AutoCloseable {
    /** The rows that the repair had stored, in portions. */
    void rows(Consumer<List<RepairedRow>> to) throws IOException;

    /**
     * Ids of the tasks or agents that go with the repair; not of one that a later import replaced,
     * which stays.
     */
    Set<UUID> leaving(EntityKind kind) throws IOException;

    /** Gives runs that stay other metadata, with the commit. */
    void metadata(List<MetadataUpdate> updates) throws IOException;

    /** UTC days whose windows of before the commit lets count again. */
    long[] daysToRestore() throws IOException;

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
