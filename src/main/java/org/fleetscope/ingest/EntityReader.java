package org.fleetscope.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fleetscope.model.Agent;
import org.fleetscope.model.EntityBatch;
import org.fleetscope.model.EntityKind;
import org.fleetscope.model.ExecutionResult;
import org.fleetscope.model.ResourceQuota;
import org.fleetscope.model.ResourceUsage;
import org.fleetscope.model.RuleViolation;
import org.fleetscope.model.SystemHealth;
import org.fleetscope.model.Task;
import org.fleetscope.model.Times;
import org.jspecify.annotations.Nullable;

/** Collects tasks, execution results, agents and system health from their JSON objects. */
final class EntityReader {
    private final List<Task> tasks = new ArrayList<>();
    private final List<ExecutionResult> results = new ArrayList<>();
    private final List<Agent> agents = new ArrayList<>();
    private final List<SystemHealth> health = new ArrayList<>();

    /** Takes a row; returns what is wrong with it when it can't be taken, else an empty list. */
    List<RuleViolation> add(EntityKind kind, ObjectNode row) {
        EntityFields fields = new EntityFields(row);
        switch (kind) {
            case TASK -> task(fields);
            case EXECUTION_RESULT -> result(fields);
            case AGENT -> agent(fields);
            case SYSTEM_HEALTH -> health(fields);
            case KPI_REPORT -> throw new IllegalArgumentException("KPI reports go to a batch");
        }
        return fields.violations();
    }

    EntityBatch build() {
        return new EntityBatch(tasks, results, agents, health);
    }

    private void task(EntityFields row) {
        UUID id = row.id("id", "task-id");
        long created = row.time("created_at");
        long deadline = row.time("deadline");
        int priority = row.priority();
        if (id != null && row.isGood()) {
            tasks.add(
                    new Task(
                            id,
                            priority,
                            row.json("payload"),
                            created,
                            deadline,
                            quota(row.get("resource_quota")),
                            row.text(KpiFields.LAYER),
                            row.text(KpiFields.TYPE),
                            metadata(row.get("metadata"))));
        }
    }

    private void result(EntityFields row) {
        UUID id = row.id(KpiFields.TASK_ID, "task-id");
        long completed = row.time("completed_at");
        if (!row.get("success").isBoolean()) {
            row.wrong("malformed-row", "success", "true or false");
        }
        ResourceUsage usage = usage(row);
        if (id != null && row.isGood()) {
            results.add(
                    new ExecutionResult(
                            id,
                            row.get("success").booleanValue(),
                            row.json("output"),
                            EntityFields.number(row.get("execution_time_ms")),
                            usage,
                            row.text("error"),
                            completed));
        }
    }

    private void agent(EntityFields row) {
        UUID id = row.id("id", "agent-id");
        String type = row.text("agent_type");
        if (id != null && row.isGood()) {
            List<String> capabilities = new ArrayList<>();
            row.get("capabilities")
                    .forEach(value ->
                            capabilities.add(
                                    value.isTextual() ? value.textValue() : value.toString()));
            agents.add(
                    new Agent(
                            id,
                            type == null ? "unknown" : type,
                            row.textOrJson("state"),
                            capabilities,
                            row.json("stats"),
                            binarySize(row.get("wasm_binary"))));
        }
    }

    private void health(EntityFields row) {
        long at = row.time(KpiFields.RECORDED_AT);
        if (at == Times.MISSING) {
            row.wrong("recorded-at", KpiFields.RECORDED_AT, TimeText.EXPECTED);
            return;
        }
        String status = row.textOrJson("status");
        JsonNode uptime =
                row.get("uptime").isMissingNode() ? row.get("uptime_seconds") : row.get("uptime");
        double seconds =
                uptime.isObject()
                        ? EntityFields.number(uptime.path("secs"))
                                + EntityFields.number(uptime.path("nanos")) / 1e9
                        : EntityFields.number(uptime);
        health.add(
                new SystemHealth(
                        at,
                        status == null ? "unknown" : status,
                        row.get("active_agents").asInt(0),
                        seconds,
                        row.json("resource_utilization")));
    }

    private static @Nullable ResourceQuota quota(JsonNode quota) {
        return quota.isObject()
                ? new ResourceQuota(
                        EntityFields.number(quota.path("max_cpu_cores")),
                        EntityFields.number(quota.path("max_memory_mb")),
                        EntityFields.number(quota.path("max_execution_time_secs")),
                        EntityFields.number(quota.path("max_network_mbps")))
                : null;
    }

    private static @Nullable ResourceUsage usage(EntityFields row) {
        JsonNode usage = row.get("resource_usage");
        if (!usage.isObject()) {
            return null;
        }
        JsonNode gpu = usage.path(KpiFields.GPU);
        double share = EntityFields.number(gpu);
        if (!NodeKpiRow.isAbsent(gpu) && !(share >= 0 && share <= 1)) {
            row.wrong("gpu-range", "resource_usage." + KpiFields.GPU, gpu, "a number in 0..1");
        }
        return new ResourceUsage(
                EntityFields.number(usage.path("cpu_seconds")),
                EntityFields.number(usage.path("memory_peak_mb")),
                EntityFields.number(usage.path("network_tx_bytes")),
                EntityFields.number(usage.path("network_rx_bytes")),
                EntityFields.number(usage.path("disk_io_ops")),
                share);
    }

    private static Map<String, String> metadata(JsonNode metadata) {
        Map<String, String> texts = new LinkedHashMap<>();
        metadata.properties()
                .forEach(member ->
                        texts.put(
                                member.getKey(),
                                member.getValue().isTextual()
                                        ? member.getValue().textValue()
                                        : member.getValue().toString()));
        return texts;
    }

    /**
     * Bytes of a binary written as an array of bytes, as base64 or as its mere size; −1 for none.
     */
    private static long binarySize(JsonNode binary) {
        if (binary.isArray()) {
            return binary.size();
        }
        if (binary.isIntegralNumber()) {
            return binary.longValue();
        }
        if (!binary.isTextual()) {
            return -1;
        }
        try {
            return Base64.getDecoder().decode(binary.textValue()).length;
        } catch (IllegalArgumentException notBase64) {
            return binary.textValue().length();
        }
    }
}
