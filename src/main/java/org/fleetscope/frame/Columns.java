package org.fleetscope.frame;

/** Names of the declared columns of a frame; those of the domain where it names them. */
public final class Columns {
    public static final String RECORDED_AT = "recorded_at";
    public static final String AGENT = "agent";
    public static final String LATENCY_MS = "latency_ms";
    public static final String ACCURACY = "accuracy";
    public static final String CPU_USAGE = "cpu_usage";
    public static final String MEMORY_MB = "memory_mb";
    public static final String NETWORK_BYTES = "network_bytes";
    public static final String GPU_UTILIZATION = "gpu_utilization";
    public static final String PRIORITY = "priority";
    public static final String HOST = "host";
    public static final String TYPE = "target_agent_type";
    public static final String LAYER = "source_layer";
    public static final String FLAGS = "flags";

    private Columns() {}
}
