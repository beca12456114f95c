package org.fleetscope.workspace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.fleetscope.model.Agent;
import org.fleetscope.model.EntityBatch;
import org.fleetscope.model.ExecutionResult;
import org.fleetscope.model.SystemHealth;
import org.fleetscope.model.Task;
import org.jspecify.annotations.Nullable;

/**
 * What runs need to know of tasks, agents and results, by id, and what every stored entity says, as
 * a hash. Not thread-safe while it is filled; a workspace fills a copy and publishes it.
 */
final class EntityIndex {
    /** What a run inherits from its task; a null or −1 field was not in the task. */
    record TaskFacts(
            @Nullable String sourceLayer, @Nullable String targetAgentType, int priority) {}

    private final Map<UUID, TaskFacts> tasks = new ConcurrentHashMap<>();
    private final Map<TaskFacts, TaskFacts> shared = new ConcurrentHashMap<>();
    private final Map<UUID, String> agentTypes = new ConcurrentHashMap<>();
    private final Map<UUID, Boolean> success = new ConcurrentHashMap<>();
    private final NavigableMap<Long, SystemHealth> health = new ConcurrentSkipListMap<>();
    private final Map<UUID, Long> taskHashes = new ConcurrentHashMap<>();
    private final Map<UUID, Long> agentHashes = new ConcurrentHashMap<>();
    private final Map<UUID, Long> resultHashes = new ConcurrentHashMap<>();
    private final Map<Long, Long> healthHashes = new ConcurrentHashMap<>();

    EntityIndex copy() {
        EntityIndex copy = new EntityIndex();
        copy.tasks.putAll(tasks);
        copy.shared.putAll(shared);
        copy.agentTypes.putAll(agentTypes);
        copy.success.putAll(success);
        copy.health.putAll(health);
        copy.taskHashes.putAll(taskHashes);
        copy.agentHashes.putAll(agentHashes);
        copy.resultHashes.putAll(resultHashes);
        copy.healthHashes.putAll(healthHashes);
        return copy;
    }

    /** Adds entities and returns those of them that are new or say something else than before. */
    EntityBatch add(EntityBatch batch) {
        EntityBatch changed =
                new EntityBatch(
                        changed(batch.tasks(), Task::id, EntityHash::of, taskHashes),
                        changed(
                                batch.results(),
                                ExecutionResult::taskId,
                                EntityHash::of,
                                resultHashes),
                        changed(batch.agents(), Agent::id, EntityHash::of, agentHashes),
                        changed(
                                batch.health(),
                                SystemHealth::recordedAt,
                                EntityHash::of,
                                healthHashes));
        for (Task task : changed.tasks()) {
            TaskFacts facts =
                    new TaskFacts(task.sourceLayer(), task.targetAgentType(), task.priority());
            tasks.put(task.id(), shared.computeIfAbsent(facts, same -> same));
        }
        for (Agent agent : changed.agents()) {
            agentTypes.put(agent.id(), agent.agentType());
        }
        for (ExecutionResult result : changed.results()) {
            success.put(result.taskId(), result.success());
        }
        for (SystemHealth record : changed.health()) {
            health.put(record.recordedAt(), record);
        }
        return changed;
    }

    private static <T, K> List<T> changed(
            List<T> entities, Function<T, K> key, ToLongFunction<T> hash, Map<K, Long> known) {
        List<T> changed = new ArrayList<>();
        for (T entity : entities) {
            Long now = hash.applyAsLong(entity);
            if (!now.equals(known.put(key.apply(entity), now))) {
                changed.add(entity);
            }
        }
        return changed;
    }

    @Nullable TaskFacts task(UUID id) {
        return tasks.get(id);
    }

    @Nullable String agentType(UUID id) {
        return agentTypes.get(id);
    }

    boolean isEmpty() {
        return tasks.isEmpty() && agentTypes.isEmpty();
    }

    /** Success of tasks whose result is known. */
    Map<UUID, Boolean> results() {
        return Collections.unmodifiableMap(success);
    }

    /** Health records in order of time. */
    List<SystemHealth> health() {
        return List.copyOf(health.values());
    }
}
