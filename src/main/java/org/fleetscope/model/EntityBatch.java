package org.fleetscope.model;

import java.util.List;

/** Entities other than KPI reports from one stretch of a file. */
public record EntityBatch(
        List<Task> tasks,
        List<ExecutionResult> results,
        List<Agent> agents,
        List<SystemHealth> health) {
    public EntityBatch {
        tasks = List.copyOf(tasks);
        results = List.copyOf(results);
        agents = List.copyOf(agents);
        health = List.copyOf(health);
    }

    public int size() {
        return tasks.size() + results.size() + agents.size() + health.size();
    }
}
