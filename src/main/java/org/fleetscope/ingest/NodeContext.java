package org.fleetscope.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.KpiBatchBuilder;
import org.jspecify.annotations.Nullable;

/** Writes what a row's execution_context says: host, resource info, gpu_utilization. */
final class NodeContext {
    private final KpiBatchBuilder batch;
    private final int row;

    NodeContext(KpiBatchBuilder batch, int row) {
        this.batch = batch;
        this.row = row;
    }

    void write(JsonNode context, byte @Nullable [] text) {
        if (NodeKpiRow.isAbsent(context)) {
            return;
        }
        byte[] json = text == null ? JsonRow.text(context) : text;
        batch.context(row, json, 0, json.length);
        if (!context.isObject()) {
            batch.problem(
                    row,
                    KpiFields.CONTEXT,
                    NodeKpiRow.shown(context),
                    "an object with hostname and resource info");
            return;
        }
        batch.flags[row] |= KpiBatch.CONTEXT_OBJECT;
        JsonNode host = context.path(KpiFields.HOSTNAME);
        if (host.isTextual() && !host.textValue().isBlank()) {
            batch.host[row] = batch.hostCode(host.textValue());
        }
        boolean resources =
                context.path(KpiFields.CPU_CORES).isNumber()
                        || context.path(KpiFields.MEMORY).isNumber();
        gpu(context.path(KpiFields.GPU));
        for (String name : KpiFields.RESOURCES) {
            JsonNode info = context.path(name);
            resources |= info.isObject() && !info.isEmpty();
            gpu(info.path(KpiFields.GPU));
        }
        if (resources) {
            batch.flags[row] |= KpiBatch.CONTEXT_RESOURCES;
        }
    }

    /** Takes a gpu_utilization, wherever in the row it stands. */
    void gpu(JsonNode value) {
        if (NodeKpiRow.isAbsent(value)) {
            return;
        }
        if (value.isNumber()) {
            batch.gpu[row] = GpuUtilization.worse(batch.gpu[row], value.doubleValue() + 0.0);
        } else {
            batch.flags[row] |= KpiBatch.GPU_BROKEN;
            batch.problem(row, KpiFields.GPU, NodeKpiRow.shown(value), "a number in 0..1");
        }
    }
}
