package org.fleetscope.quality;

/** Ids of the rules that concern one KPI row, as they appear in counts, quarantine and reports. */
public final class RuleIds {
    public static final String TASK_ID = "task-id";
    public static final String AGENT_ID = "agent-id";
    public static final String LATENCY_RANGE = "latency-range";
    public static final String ACCURACY_RANGE = "accuracy-range";
    public static final String CPU_RANGE = "cpu-range";
    public static final String MEMORY_RANGE = "memory-range";
    public static final String RECORDED_AT = "recorded-at";
    public static final String RECORDED_AT_RECENT = "recorded-at-recent";
    public static final String EXECUTION_CONTEXT = "execution-context";
    public static final String NETWORK_RANGE = "network-range";
    public static final String CUSTOM_METRICS = "custom-metrics";
    public static final String GPU_RANGE = "gpu-range";

    /** Found across rows and imports, not by a {@link RowRule}. */
    public static final String DUPLICATE_RUN = "duplicate-run";

    public static final String MALFORMED_ROW = "malformed-row";

    /** A note given when layer, type or priority are looked up, not by a {@link RowRule}. */
    public static final String METADATA_MISSING = "metadata-missing";

    private RuleIds() {}
}
