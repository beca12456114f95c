package org.fleetscope.workspace;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.fleetscope.model.Agent;
import org.fleetscope.model.EntityBatch;
import org.fleetscope.model.ExecutionResult;
import org.fleetscope.model.Task;
import org.fleetscope.quality.Touched;

/**
 * Which tasks, agents and results came or changed with an import, so that runs stored before can be
 * looked at again. Not thread-safe.
 */
final class Arrivals {
    private final Set<UUID> tasks = new HashSet<>();
    private final Set<UUID> agents = new HashSet<>();
    private final Set<UUID> results = new HashSet<>();
    private boolean afterRuns;

    /**
     * @param changed what is new or says something else than before
     * @param runsCame whether runs of this import were resolved already
     */
    void add(EntityBatch changed, boolean runsCame) {
        changed.tasks().stream().map(Task::id).forEach(tasks::add);
        changed.agents().stream().map(Agent::id).forEach(agents::add);
        changed.results().stream().map(ExecutionResult::taskId).forEach(results::add);
        afterRuns |= runsCame && !(changed.tasks().isEmpty() && changed.agents().isEmpty());
    }

    int size() {
        return tasks.size() + agents.size() + results.size();
    }

    boolean isNewResult(UUID taskId) {
        return results.contains(taskId);
    }

    Set<UUID> tasks() {
        return tasks;
    }

    Set<UUID> agents() {
        return agents;
    }

    Set<UUID> results() {
        return results;
    }

    /** Whether tasks or agents came behind runs that may inherit from them. */
    boolean isAfterRuns() {
        return afterRuns;
    }

    /**
     * What earlier runs have to be held against again.
     *
     * @param before entities before the import
     */
    Touched touched(EntityIndex before) {
        Set<UUID> ofTasks = new HashSet<>(tasks);
        ofTasks.addAll(results);
        return new Touched(
                ofTasks,
                agents,
                !before.hasTasks() && !tasks.isEmpty(),
                !before.hasAgents() && !agents.isEmpty());
    }
}
