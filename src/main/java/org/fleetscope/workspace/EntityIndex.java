package org.fleetscope.workspace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.fleetscope.enrich.PayloadShape;
import org.fleetscope.model.Agent;
import org.fleetscope.model.EntityBatch;
import org.fleetscope.model.ExecutionResult;
import org.fleetscope.model.ResourceQuota;
import org.fleetscope.model.ResourceUsage;
import org.fleetscope.model.SystemHealth;
import org.fleetscope.model.Task;
import org.fleetscope.quality.DuplicateIndex;
import org.fleetscope.quality.Facts;
import org.fleetscope.quality.ResultFacts;
import org.fleetscope.quality.TaskFacts;
import org.jspecify.annotations.Nullable;

/**
 * What runs need to know of tasks, agents and results, by id, and what every stored entity says, as
 * a hash. One thread fills it while others may read: an import fills a copy and publishes it,
 * following adds in place.
 */
final class EntityIndex implements Facts {
    /** What a run inherits from its task; a null or −1 field was not in the task. */
    record Inherited(
            @Nullable String sourceLayer, @Nullable String targetAgentType, int priority) {}

    /** A task: what its run inherits, and what rules ask of it. */
    private record Known(Inherited inherited, TaskFacts facts) {}

    private final Map<UUID, Known> tasks = new ConcurrentHashMap<>();
    private final Map<Object, Object> shared = new ConcurrentHashMap<>();
    private final Map<UUID, ResultFacts> results = new ConcurrentHashMap<>();
    private final Map<UUID, String> agentTypes = new ConcurrentHashMap<>();
    private final Map<UUID, Boolean> success = new ConcurrentHashMap<>();
    private final NavigableMap<Long, SystemHealth> health = new ConcurrentSkipListMap<>();
    private final Map<UUID, Long> taskHashes = new ConcurrentHashMap<>();
    private final Map<UUID, Long> agentHashes = new ConcurrentHashMap<>();
    private final Map<UUID, Long> resultHashes = new ConcurrentHashMap<>();
    private final Map<Long, Long> healthHashes = new ConcurrentHashMap<>();
    private final AtomicLong resultChanges = new AtomicLong();
    private volatile @Nullable EntityJournal journal;

    EntityIndex copy() {
        EntityIndex copy = new EntityIndex();
        copy.tasks.putAll(tasks);
        copy.shared.putAll(shared);
        copy.results.putAll(results);
        copy.agentTypes.putAll(agentTypes);
        copy.success.putAll(success);
        copy.health.putAll(health);
        copy.taskHashes.putAll(taskHashes);
        copy.agentHashes.putAll(agentHashes);
        copy.resultHashes.putAll(resultHashes);
        copy.healthHashes.putAll(healthHashes);
        return copy;
    }

    /** Notes further changes in a journal; null to note them no longer. */
    void journal(@Nullable EntityJournal to) {
        journal = to;
    }

    /** Puts a value so that it can be taken back. */
    private <K, V> @Nullable V put(Map<K, V> map, K key, V value) {
        V before = map.put(key, value);
        EntityJournal to = journal;
        if (to != null) {
            to.note(before == null ? () -> map.remove(key) : () -> map.put(key, before));
        }
        return before;
    }

    /** A copy without some tasks and agents. */
    EntityIndex without(Collection<UUID> tasksGone, Collection<UUID> agentsGone) {
        EntityIndex copy = copy();
        copy.tasks.keySet().removeAll(tasksGone);
        copy.taskHashes.keySet().removeAll(tasksGone);
        copy.agentTypes.keySet().removeAll(agentsGone);
        copy.agentHashes.keySet().removeAll(agentsGone);
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
            put(tasks, task.id(), known(task));
        }
        for (Agent agent : changed.agents()) {
            put(agentTypes, agent.id(), agent.agentType());
        }
        resultChanges.addAndGet(changed.results().size());
        for (ExecutionResult result : changed.results()) {
            put(success, result.taskId(), result.success());
            put(results, result.taskId(), facts(result));
        }
        for (SystemHealth record : changed.health()) {
            put(health, record.recordedAt(), record);
        }
        return changed;
    }

    /** What a batch of one entity is in the light of those added before. */
    DuplicateIndex.Verdict verdict(EntityBatch one) {
        List<Long> known = new ArrayList<>();
        List<Long> now = new ArrayList<>();
        one.tasks()
                .forEach(task -> {
                    known.add(taskHashes.get(task.id()));
                    now.add(EntityHash.of(task));
                });
        one.results()
                .forEach(result -> {
                    known.add(resultHashes.get(result.taskId()));
                    now.add(EntityHash.of(result));
                });
        one.agents()
                .forEach(agent -> {
                    known.add(agentHashes.get(agent.id()));
                    now.add(EntityHash.of(agent));
                });
        one.health()
                .forEach(record -> {
                    known.add(healthHashes.get(record.recordedAt()));
                    now.add(EntityHash.of(record));
                });
        if (known.getFirst() == null) {
            return DuplicateIndex.Verdict.NEW;
        }
        return known.equals(now)
                ? DuplicateIndex.Verdict.IDENTICAL
                : DuplicateIndex.Verdict.CONTRADICTS;
    }

    private <T, K> List<T> changed(
            List<T> entities, Function<T, K> key, ToLongFunction<T> hash, Map<K, Long> known) {
        List<T> changed = new ArrayList<>();
        for (T entity : entities) {
            Long now = hash.applyAsLong(entity);
            if (!now.equals(put(known, key.apply(entity), now))) {
                changed.add(entity);
            }
        }
        return changed;
    }

    private Known known(Task task) {
        Inherited inherited =
                new Inherited(task.sourceLayer(), task.targetAgentType(), task.priority());
        ResourceQuota quota = task.quota();
        return new Known(
                shared(inherited),
                new TaskFacts(
                        task.createdAt(),
                        task.deadline(),
                        quota == null ? null : shared(quota),
                        complexity(task.payload())));
    }

    private static double complexity(@Nullable String payload) {
        return payload == null ? Double.NaN : PayloadShape.of(payload).complexity();
    }

    /** The first of equal values, which are many. */
    @SuppressWarnings("unchecked")
    private <T> T shared(T value) {
        return (T) shared.computeIfAbsent(value, same -> same);
    }

    private static ResultFacts facts(ExecutionResult result) {
        ResourceUsage usage = result.usage();
        double missing = Double.NaN;
        return new ResultFacts(
                result.executionTimeMs() / 1000,
                usage == null ? missing : usage.cpuSeconds(),
                usage == null ? missing : usage.memoryPeakMb(),
                usage == null ? missing : usage.networkTxBytes() + usage.networkRxBytes(),
                result.completedAt());
    }

    @Nullable Inherited task(UUID id) {
        Known task = tasks.get(id);
        return task == null ? null : task.inherited();
    }

    @Override
    public boolean hasTasks() {
        return !tasks.isEmpty();
    }

    @Override
    public boolean hasAgents() {
        return !agentTypes.isEmpty();
    }

    @Override
    public boolean hasResults() {
        return !results.isEmpty();
    }

    @Override
    public boolean hasAgent(UUID id) {
        return agentTypes.containsKey(id);
    }

    @Override
    public @Nullable TaskFacts taskFacts(UUID id) {
        Known task = tasks.get(id);
        return task == null ? null : task.facts();
    }

    @Override
    public @Nullable ResultFacts resultFacts(UUID taskId) {
        return results.get(taskId);
    }

    @Nullable String agentType(UUID id) {
        return agentTypes.get(id);
    }

    boolean isEmpty() {
        return tasks.isEmpty() && agentTypes.isEmpty();
    }

    /** Complexity of every task with a payload, in no order. */
    double[] complexities() {
        return tasks.values().stream()
                .mapToDouble(task -> task.facts().complexity())
                .filter(complexity -> !Double.isNaN(complexity))
                .toArray();
    }

    /** Success of tasks whose result is known. */
    Map<UUID, Boolean> results() {
        return Collections.unmodifiableMap(success);
    }

    /** Results that came or changed so far; another number means other {@link #results()}. */
    long resultChanges() {
        return resultChanges.get();
    }

    /** Health records in order of time. */
    List<SystemHealth> health() {
        return List.copyOf(health.values());
    }
}
