package org.fleetscope.sample;

import java.util.List;

/** Writes the KPI report of a run as one line, without its end. */
final class KpiEncoder {
    private final List<String> contexts;

    KpiEncoder(Fleet fleet) {
        contexts = fleet.agents().stream().map(KpiEncoder::context).toList();
    }

    /** The part of the execution context that is the same for all runs of an agent. */
    private static String context(SampleAgent agent) {
        SampleHost host = agent.host();
        return ",\"execution_context\":{\"hostname\":\""
                + host.name()
                + "\",\"region\":\""
                + host.region()
                + "\",\"resources\":{\"cpu_cores\":"
                + host.cores()
                + ",\"memory_mb\":"
                + host.memoryMb()
                + "}";
    }

    void encode(Run run, JsonBuffer out) {
        out.raw("{\"task_id\":\"").uuid(run.taskHigh, run.taskLow);
        out.raw("\",\"agent_id\":\"").uuid(run.agent.id());
        out.raw("\",\"latency_ms\":").decimal(run.latencyMs, 3);
        out.raw(",\"accuracy\":").decimal(run.accuracy, 4);
        out.raw(",\"cpu_usage\":").decimal(run.cpu, 4);
        out.raw(",\"memory_mb\":").decimal(run.memoryMb, 2);
        out.raw(",\"network_bytes\":").number(run.networkBytes);
        out.raw(",\"custom_metrics\":{\"tokens_in\":").number(run.tokensIn);
        out.raw(",\"tokens_out\":").number(run.tokensOut);
        out.raw(",\"queue_ms\":").decimal(run.queueMs, 2);
        out.raw("},\"recorded_at\":\"").rfc3339(run.recordedAt).raw("\"");
        out.raw(contexts.get(run.agentIndex));
        out.raw("},\"source_layer\":\"").raw(run.layer);
        out.raw("\",\"target_agent_type\":\"").raw(run.agent.type().name());
        out.raw("\",\"priority\":\"").raw(run.priority.label()).raw("\"}");
    }
}
