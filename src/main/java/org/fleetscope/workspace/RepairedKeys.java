package org.fleetscope.workspace;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.fleetscope.model.EntityBatch;
import org.fleetscope.model.EntityKind;
import org.fleetscope.model.Times;
import org.jspecify.annotations.Nullable;

/**
 * What repairs stored, so that an import notices when it finds a row already there for no other
 * reason: taking such a repair back would lose a row that the import had. Not thread-safe.
 */
final class RepairedKeys {
    /** Without repairs. */
    static final RepairedKeys NONE = new RepairedKeys(Map.of());

    private record Key(EntityKind kind, long recordedAt, @Nullable UUID id) {}

    private final Map<Key, Long> repairs;
    private final Set<Long> came = new TreeSet<>();

    private RepairedKeys(Map<Key, Long> repairs) {
        this.repairs = repairs;
    }

    /** Does not wait for a store that is still being made: there is nothing in it. */
    static RepairedKeys of(OpeningStore store, WorkspaceState state) throws IOException {
        if (state.isNew()) {
            return NONE;
        }
        Map<Key, Long> repairs = new HashMap<>();
        store.get()
                .quarantine()
                .repairedKeys((repair, kind, at, id) -> repairs.put(new Key(kind, at, id), repair));
        return new RepairedKeys(repairs);
    }

    void runCame(long recordedAt, long taskHigh, long taskLow) {
        if (!repairs.isEmpty()) {
            came(EntityKind.KPI_REPORT, recordedAt, new UUID(taskHigh, taskLow));
        }
    }

    void entitiesCame(EntityBatch batch) {
        if (repairs.isEmpty()) {
            return;
        }
        batch.tasks().forEach(task -> came(EntityKind.TASK, Times.MISSING, task.id()));
        batch.results()
                .forEach(result ->
                        came(EntityKind.EXECUTION_RESULT, Times.MISSING, result.taskId()));
        batch.agents().forEach(agent -> came(EntityKind.AGENT, Times.MISSING, agent.id()));
        batch.health().forEach(record -> came(EntityKind.SYSTEM_HEALTH, record.recordedAt(), null));
    }

    private void came(EntityKind kind, long recordedAt, @Nullable UUID id) {
        Long repair = repairs.get(new Key(kind, recordedAt, id));
        if (repair != null) {
            came.add(repair);
        }
    }

    /** Numbers of the repairs whose rows came again. */
    Set<Long> came() {
        return came;
    }
}
