package org.fleetscope.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
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
import org.fleetscope.model.Rule;
import org.fleetscope.model.RuleSeverity;
import org.fleetscope.model.RuleViolation;
import org.fleetscope.model.SystemHealth;
import org.fleetscope.model.Task;
import org.fleetscope.model.Times;
import org.jspecify.annotations.Nullable;

/** Collects tasks, execution results, agents and system health from their JSON objects. */
final class EntityReader {
    private static final ObjectMapper DETAILS =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

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

    /** The result taken last when nothing of this is an error, null otherwise. */
    @Nullable UUID flagged(List<RuleViolation> violations) {
        boolean taken = violations.stream().noneMatch(v -> v.severity() == RuleSeverity.ERROR);
        return taken ? results.getLast().taskId() : null;
    }

    EntityBatch build() {
        return new EntityBatch(tasks, results, agents, health);
    }

    private void task(EntityFields row) {
        UUID id = row.id("id", Rule.TASK_ID.id());
        long created = row.time("created_at");
        long deadline = row.time("deadline");
        int priority = row.priority();
        ResourceQuota quota = quota(row);
        JsonNode metadata = row.object("metadata");
        if (id != null && row.isGood()) {
            tasks.add(
                    new Task(
                            id,
                            priority,
                            row.json("payload"),
                            created,
                            deadline,
                            quota,
                            row.text(KpiFields.LAYER),
                            row.text(KpiFields.TYPE),
                            metadata(metadata)));
        }
    }

    private void result(EntityFields row) {
        UUID id = row.id(KpiFields.TASK_ID, Rule.TASK_ID.id());
        long completed = row.time("completed_at");
        if (!row.get("success").isBoolean()) {
            row.wrong(Rule.MALFORMED_ROW.id(), "success", "true or false");
        }
        ResourceUsage usage = usage(row);
        double millis = row.quantity("", row.row(), "execution_time_ms");
        checkDetails(row);
        if (id != null && row.isGood()) {
            results.add(
                    new ExecutionResult(
                            id,
                            row.get("success").booleanValue(),
                            row.json("output"),
                            millis,
                            usage,
                            row.text("error"),
                            completed));
        }
    }

    private void agent(EntityFields row) {
        UUID id = row.id("id", Rule.AGENT_ID.id());
        String type = row.text("agent_type");
        JsonNode capabilities = row.array("capabilities");
        if (id != null && row.isGood()) {
            List<String> names = new ArrayList<>();
            capabilities.forEach(
                    value -> names.add(value.isTextual() ? value.textValue() : value.toString()));
            agents.add(
                    new Agent(
                            id,
                            type == null ? "unknown" : type,
                            row.textOrJson("state"),
                            names,
                            row.json("stats"),
                            binarySize(row.get("wasm_binary"))));
        }
    }

    private void health(EntityFields row) {
        long at = row.time(KpiFields.RECORDED_AT);
        if (at == Times.MISSING) {
            row.wrong(Rule.RECORDED_AT.id(), KpiFields.RECORDED_AT, TimeText.EXPECTED);
            return;
        }
        String status = row.textOrJson("status");
        int active = row.count("active_agents");
        double seconds = uptime(row);
        if (row.isGood()) {
            health.add(
                    new SystemHealth(
                            at,
                            status == null ? "unknown" : status,
                            active,
                            seconds,
                            row.json("resource_utilization")));
        }
    }

    /** As a number of seconds, or as serde writes a Duration. */
    private static double uptime(EntityFields row) {
        String field = row.get("uptime").isMissingNode() ? "uptime_seconds" : "uptime";
        JsonNode uptime = row.get(field);
        if (!uptime.isObject()) {
            return row.quantity("", row.row(), field);
        }
        double nanos = row.quantity(field, uptime, "nanos");
        return row.quantity(field, uptime, "secs") + (Double.isNaN(nanos) ? 0 : nanos / 1e9);
    }

    private static @Nullable ResourceQuota quota(EntityFields row) {
        String field = "resource_quota";
        JsonNode quota = row.object(field);
        return quota.isObject()
                ? new ResourceQuota(
                        row.quantity(field, quota, "max_cpu_cores"),
                        row.quantity(field, quota, "max_memory_mb"),
                        row.quantity(field, quota, "max_execution_time_secs"),
                        row.quantity(field, quota, "max_network_mbps"))
                : null;
    }

    private static @Nullable ResourceUsage usage(EntityFields row) {
        String field = "resource_usage";
        JsonNode usage = row.object(field);
        if (!usage.isObject()) {
            return null;
        }
        JsonNode gpu = usage.path(KpiFields.GPU);
        double share = EntityFields.number(gpu);
        if (!NodeKpiRow.isAbsent(gpu) && !(share >= 0 && share <= 1)) {
            row.wrong(Rule.GPU_RANGE.id(), field + "." + KpiFields.GPU, gpu, "a number in 0..1");
        }
        return new ResourceUsage(
                row.quantity(field, usage, "cpu_seconds"),
                row.quantity(field, usage, "memory_peak_mb"),
                row.quantity(field, usage, "network_tx_bytes"),
                row.quantity(field, usage, "network_rx_bytes"),
                row.quantity(field, usage, "disk_io_ops"),
                share);
    }

    /** The text of an error is JSON, or says nothing. */
    private static void checkDetails(EntityFields row) {
        JsonNode error = row.get("error");
        if (error.isTextual() && !error.textValue().isBlank() && !isJson(error.textValue())) {
            row.doubtful(Rule.ERROR_DETAILS.id(), "error", "JSON text, or nothing");
        }
    }

    private static boolean isJson(String text) {
        try {
            DETAILS.readTree(text);
            return true;
        } catch (JsonProcessingException notJson) {
            return false;
        }
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
