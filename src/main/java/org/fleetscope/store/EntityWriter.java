package org.fleetscope.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.TreeMap;
import org.fleetscope.model.Agent;
import org.fleetscope.model.EntityBatch;
import org.fleetscope.model.ExecutionResult;
import org.fleetscope.model.ResourceQuota;
import org.fleetscope.model.ResourceUsage;
import org.fleetscope.model.SystemHealth;
import org.fleetscope.model.Task;
import org.h2.value.ValueBoolean;

/** Stages tasks, results, agents and health records of an import. Not thread-safe. */
final class EntityWriter implements AutoCloseable {
    private static final ResourceQuota NO_QUOTA =
            new ResourceQuota(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    private static final ResourceUsage NO_USAGE =
            new ResourceUsage(
                    Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final long importId;
    private final Binder tasks;
    private final Binder results;
    private final Binder agents;
    private final Binder health;

    EntityWriter(Connection session, long importId) throws SQLException {
        this.importId = importId;
        this.tasks = new Binder(session, EntityTable.TASKS.stageSql());
        this.results = new Binder(session, EntityTable.RESULTS.stageSql());
        this.agents = new Binder(session, EntityTable.AGENTS.stageSql());
        this.health = new Binder(session, EntityTable.HEALTH.stageSql());
    }

    void write(EntityBatch batch) throws SQLException {
        for (Task task : batch.tasks()) {
            write(task);
        }
        for (ExecutionResult result : batch.results()) {
            write(result);
        }
        for (Agent agent : batch.agents()) {
            write(agent);
        }
        for (SystemHealth record : batch.health()) {
            write(record);
        }
    }

    private void write(Task task) throws SQLException {
        ResourceQuota quota = task.quota() == null ? NO_QUOTA : task.quota();
        tasks.uuid(task.id())
                .integer(task.priority())
                .json(task.payload())
                .time(task.createdAt())
                .time(task.deadline())
                .real(quota.maxCpuCores())
                .real(quota.maxMemoryMb())
                .real(quota.maxExecutionTimeSecs())
                .real(quota.maxNetworkMbps())
                .text(task.sourceLayer())
                .text(task.targetAgentType())
                .json(json(new TreeMap<>(task.metadata())))
                .bigint(importId)
                .add();
    }

    private void write(ExecutionResult result) throws SQLException {
        ResourceUsage usage = result.usage() == null ? NO_USAGE : result.usage();
        results.uuid(result.taskId())
                .value(ValueBoolean.get(result.success()))
                .json(result.output())
                .real(result.executionTimeMs())
                .real(usage.cpuSeconds())
                .real(usage.memoryPeakMb())
                .real(usage.networkTxBytes())
                .real(usage.networkRxBytes())
                .real(usage.diskIoOps())
                .real(usage.gpuUtilization())
                .text(result.error())
                .time(result.completedAt())
                .bigint(importId)
                .add();
    }

    private void write(Agent agent) throws SQLException {
        agents.uuid(agent.id())
                .text(agent.agentType())
                .text(agent.state())
                .json(json(agent.capabilities()))
                .json(agent.stats())
                .bigint(agent.wasmBinarySize())
                .bigint(importId)
                .add();
    }

    private void write(SystemHealth record) throws SQLException {
        health.time(record.recordedAt())
                .text(record.status())
                .integer(record.activeAgents())
                .real(record.uptimeSeconds())
                .json(record.resourceUtilization())
                .bigint(importId)
                .add();
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not writable as JSON: " + value, e);
        }
    }

    void flush() throws SQLException {
        tasks.flush();
        results.flush();
        agents.flush();
        health.flush();
    }

    @Override
    public void close() throws SQLException {
        try (tasks;
                results;
                agents;
                health) {
            // Closed in turn, all of them also when one fails.
        }
    }
}
