package org.fleetscope.quality;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tasks, agents and results that runs are held against. */
public interface Facts {
    /** Whether any tasks are loaded. */
    boolean hasTasks();

    /** Whether any agents are loaded. */
    boolean hasAgents();

    /** Whether any results are loaded. */
    boolean hasResults();

    boolean hasAgent(UUID id);

    @Nullable TaskFacts taskFacts(UUID id);

    @Nullable ResultFacts resultFacts(UUID taskId);
}
