package org.fleetscope.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.KpiBatchBuilder;
import org.fleetscope.model.Priority;
import org.fleetscope.model.RunContext;
import org.fleetscope.model.Times;
import org.jspecify.annotations.Nullable;

/** Writes a KPI row from its JSON object: every spelling, every fault noted as a problem. */
final class NodeKpiRow {
    private static final int SHOWN = 60;

    private final boolean nameBasedIds;
    private final boolean gpuAbsent;

    NodeKpiRow(Mapping mapping) {
        nameBasedIds = mapping.nameBasedIds();
        gpuAbsent = mapping.absent().contains(KpiFields.GPU);
    }

    /**
     * Adds a row.
     *
     * @param row members in the names of the domain
     * @param hash what the row said before any mapping, {@link RowHash}
     */
    void write(JsonRow row, long hash, RowTarget target) {
        KpiBatchBuilder batch = target.batch;
        int at = batch.addRow();
        ObjectNode node = row.node();
        batch.contentHash[at] = hash;
        ids(node, target, at);
        batch.latencyMs[at] = number(node, KpiFields.LATENCY, batch, at);
        batch.accuracy[at] = number(node, KpiFields.ACCURACY, batch, at);
        batch.cpuUsage[at] = number(node, KpiFields.CPU, batch, at);
        batch.memoryMb[at] = number(node, KpiFields.MEMORY, batch, at);
        network(node, batch, at);
        recordedAt(node, batch, at);
        priority(node, batch, at);
        String layer = text(node, KpiFields.LAYER, batch, at);
        batch.layer[at] = layer == null ? -1 : batch.layerCode(layer);
        String type = text(node, KpiFields.TYPE, batch, at);
        batch.type[at] = type == null ? -1 : batch.typeCode(type);
        custom(node, row.custom(), batch, at);
        NodeContext context = new NodeContext(batch, at);
        if (!named(node, batch, context)) {
            context.write(node.path(KpiFields.CONTEXT), row.context());
        }
        context.gpu(node.path(KpiFields.GPU));
        if (gpuAbsent) {
            batch.gpu[at] = Double.NaN;
            batch.flags[at] &= ~KpiBatch.GPU_BROKEN;
        }
    }

    private void ids(ObjectNode node, RowTarget target, int at) {
        UUID task = id(node, KpiFields.TASK_ID, target.batch, at);
        if (task != null) {
            target.batch.taskHi[at] = task.getMostSignificantBits();
            target.batch.taskLo[at] = task.getLeastSignificantBits();
            target.batch.flags[at] |= KpiBatch.HAS_TASK;
        }
        UUID agent = id(node, KpiFields.AGENT_ID, target.batch, at);
        if (agent != null) {
            target.batch.agent[at] =
                    target.agent(agent.getMostSignificantBits(), agent.getLeastSignificantBits());
            target.batch.flags[at] |= KpiBatch.HAS_AGENT;
        }
    }

    private @Nullable UUID id(ObjectNode node, String field, KpiBatchBuilder batch, int at) {
        JsonNode value = node.path(field);
        if (isAbsent(value)) {
            return null;
        }
        UUID id = value.isTextual() ? UuidText.parse(value.textValue()) : null;
        String foreign = nameBasedIds ? foreign(value) : null;
        if (foreign != null) {
            return UuidText.ofForeignId(field, foreign);
        }
        if (id == null) {
            batch.problem(at, field, shown(value), "a UUID, 8-4-4-4-12 hexadecimal digits");
        }
        return id;
    }

    /** Writes the context with the original ids where name-based ones stand for them. */
    private boolean named(ObjectNode node, KpiBatchBuilder batch, NodeContext context) {
        String task = nameBasedIds ? foreign(node.path(KpiFields.TASK_ID)) : null;
        String agent = nameBasedIds ? foreign(node.path(KpiFields.AGENT_ID)) : null;
        JsonNode written = node.path(KpiFields.CONTEXT);
        if ((task == null && agent == null) || !(isAbsent(written) || written.isObject())) {
            return false;
        }
        ObjectNode with = JsonRow.MAPPER.createObjectNode();
        if (written instanceof ObjectNode object) {
            with.setAll(object);
        }
        if (agent != null) {
            JsonNode given = with.path(RunContext.AGENT_NAME);
            String name = given.isTextual() ? given.textValue() : agent;
            with.put(RunContext.AGENT_NAME, name);
            batch.agentName(UuidText.ofForeignId(KpiFields.AGENT_ID, agent), name);
        }
        if (task != null) {
            with.put(RunContext.TASK_NAME, task);
        }
        context.write(with, null);
        return true;
    }

    /** An id that is no UUID. */
    private static @Nullable String foreign(JsonNode id) {
        String text = id.isValueNode() && !id.isNull() ? id.asText() : "";
        return text.isBlank() || UuidText.parse(text) != null ? null : text;
    }

    private static double number(ObjectNode node, String field, KpiBatchBuilder batch, int at) {
        JsonNode value = node.path(field);
        if (isAbsent(value)) {
            return Double.NaN;
        }
        if (!value.isNumber()) {
            batch.problem(at, field, shown(value), "a number");
            return Double.NaN;
        }
        return value.doubleValue() + 0.0;
    }

    private static void network(ObjectNode node, KpiBatchBuilder batch, int at) {
        JsonNode value = node.path(KpiFields.NETWORK);
        if (isAbsent(value)) {
            return;
        }
        long bytes = wholeNumber(value);
        if (bytes >= 0) {
            batch.networkBytes[at] = bytes;
        } else {
            batch.flags[at] |= KpiBatch.NETWORK_BROKEN;
            batch.problem(at, KpiFields.NETWORK, shown(value), "a whole number, 0 ≤ n < 2^63");
        }
    }

    /** −1 for what is no whole number in 0..2^63 − 1. */
    private static long wholeNumber(JsonNode value) {
        if (value.isIntegralNumber()) {
            return value.canConvertToLong() ? Math.max(-1, value.longValue()) : -1;
        }
        double number = value.isNumber() ? value.doubleValue() : -1;
        return number >= 0 && number < 0x1p63 && number == Math.rint(number) ? (long) number : -1;
    }

    private static void recordedAt(ObjectNode node, KpiBatchBuilder batch, int at) {
        JsonNode value = node.path(KpiFields.RECORDED_AT);
        if (isAbsent(value)) {
            return;
        }
        batch.recordedAt[at] = TimeText.of(value);
        if (batch.recordedAt[at] == Times.MISSING) {
            batch.problem(at, KpiFields.RECORDED_AT, shown(value), TimeText.EXPECTED);
        }
    }

    private static void priority(ObjectNode node, KpiBatchBuilder batch, int at) {
        JsonNode value = node.path(KpiFields.PRIORITY);
        if (isAbsent(value)) {
            return;
        }
        OptionalInt level = priority(value);
        batch.priority[at] = level.orElse(-1);
        if (level.isEmpty()) {
            batch.problem(
                    at,
                    KpiFields.PRIORITY,
                    shown(value),
                    "Critical, High, Normal, Low or Background, or 100, 75, 50, 25 or 1");
        }
    }

    static OptionalInt priority(JsonNode value) {
        long whole = wholeNumber(value);
        if (whole >= 0) {
            return Priority.parse(Long.toString(whole));
        }
        return value.isTextual() ? Priority.parse(value.textValue()) : OptionalInt.empty();
    }

    private static @Nullable String text(
            ObjectNode node, String field, KpiBatchBuilder batch, int at) {
        JsonNode value = node.path(field);
        if (isAbsent(value)) {
            return null;
        }
        if (!value.isTextual()) {
            batch.problem(at, field, shown(value), "text");
            return null;
        }
        return value.textValue().isBlank() ? null : value.textValue();
    }

    private static void custom(
            ObjectNode node, byte @Nullable [] text, KpiBatchBuilder batch, int at) {
        JsonNode metrics = node.path(KpiFields.CUSTOM);
        if (isAbsent(metrics)) {
            return;
        }
        byte[] json = text == null ? JsonRow.text(metrics) : text;
        batch.customText(at, json, 0, json.length);
        if (!metrics.isObject()) {
            batch.flags[at] |= KpiBatch.CUSTOM_BROKEN;
            batch.problem(at, KpiFields.CUSTOM, shown(metrics), "an object of numbers");
            return;
        }
        for (Map.Entry<String, JsonNode> metric : metrics.properties()) {
            JsonNode value = metric.getValue();
            if (metric.getKey().isEmpty()
                    || !value.isNumber()
                    || !Double.isFinite(value.doubleValue())) {
                batch.flags[at] |= KpiBatch.CUSTOM_BROKEN;
                String expected =
                        metric.getKey().isEmpty()
                                ? "a name of 1 to 100 characters"
                                : "a finite number";
                batch.problem(at, KpiFields.CUSTOM + "." + metric.getKey(), shown(value), expected);
            } else {
                batch.custom(metric.getKey(), at, value.doubleValue() + 0.0);
            }
        }
    }

    static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    /** A value as an error message quotes it. */
    static String shown(JsonNode value) {
        String text = value.toString();
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
