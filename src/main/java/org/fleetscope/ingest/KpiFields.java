package org.fleetscope.ingest;

import java.util.List;
import java.util.Set;

/** Names of the members of a KPI report and of its execution_context. */
final class KpiFields {
    static final String TASK_ID = "task_id";
    static final String AGENT_ID = "agent_id";
    static final String LATENCY = "latency_ms";
    static final String ACCURACY = "accuracy";
    static final String CPU = "cpu_usage";
    static final String MEMORY = "memory_mb";
    static final String NETWORK = "network_bytes";
    static final String CUSTOM = "custom_metrics";
    static final String RECORDED_AT = "recorded_at";
    static final String CONTEXT = "execution_context";
    static final String LAYER = "source_layer";
    static final String TYPE = "target_agent_type";
    static final String PRIORITY = "priority";
    static final String GPU = "gpu_utilization";

    static final String HOSTNAME = "hostname";
    static final String CPU_CORES = "cpu_cores";
    static final List<String> RESOURCES = List.of("resources", "resource_info", "resource_quota");

    static final List<String> ROW =
            List.of(
                    TASK_ID,
                    AGENT_ID,
                    LATENCY,
                    ACCURACY,
                    CPU,
                    MEMORY,
                    NETWORK,
                    CUSTOM,
                    RECORDED_AT,
                    CONTEXT,
                    LAYER,
                    TYPE,
                    PRIORITY,
                    GPU);

    /** Fields whose values are numbers. */
    static final Set<String> NUMBERS = Set.of(LATENCY, ACCURACY, CPU, MEMORY, NETWORK, GPU);

    private KpiFields() {}
}
