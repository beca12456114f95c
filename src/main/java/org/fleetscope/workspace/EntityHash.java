package org.fleetscope.workspace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import java.util.TreeMap;
import org.fleetscope.model.Agent;
import org.fleetscope.model.ExecutionResult;
import org.fleetscope.model.SystemHealth;
import org.fleetscope.model.Task;
import org.jspecify.annotations.Nullable;

/**
 * 64-bit content hashes of entities, by which a repeated entity is told from a changed one. FNV-1a
 * over the fields' text.
 */
final class EntityHash {
    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private static final JsonMapper JSON = new JsonMapper();

    private EntityHash() {}

    static long of(Task task) {
        Map<String, String> metadata = new TreeMap<>(task.metadata());
        return hash(
                task.priority(),
                json(task.payload()),
                task.createdAt(),
                task.deadline(),
                task.quota(),
                task.sourceLayer(),
                task.targetAgentType(),
                metadata);
    }

    static long of(ExecutionResult result) {
        return hash(
                result.success(),
                json(result.output()),
                result.executionTimeMs(),
                result.usage(),
                result.error(),
                result.completedAt());
    }

    static long of(Agent agent) {
        return hash(
                agent.agentType(),
                agent.state(),
                agent.capabilities(),
                json(agent.stats()),
                agent.wasmBinarySize());
    }

    static long of(SystemHealth health) {
        return hash(
                health.status(),
                health.activeAgents(),
                health.uptimeSeconds(),
                json(health.resourceUtilization()));
    }

    /**
     * The store may space and spell JSON differently than the file did, so its tree is hashed, not
     * its text.
     */
    private static @Nullable Object json(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException notJson) {
            return text;
        }
    }

    private static long hash(@Nullable Object... fields) {
        long hash = OFFSET;
        for (@Nullable Object field : fields) {
            String text = String.valueOf(field);
            for (int i = 0; i < text.length(); i++) {
                hash = (hash ^ text.charAt(i)) * PRIME;
            }
            hash = (hash ^ 0x1f) * PRIME;
        }
        return hash;
    }
}
