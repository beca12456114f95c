package org.fleetscope.sample;

import java.util.function.UnaryOperator;

/** Ways in which a line of the KPI file can be bad; each breaks exactly one rule of validation. */
@SuppressWarnings("ImmutableEnumChecker") // the functions hold no state
enum BadRowKind {
    TASK_ID_MISSING("task-id", "task_id is missing", row -> RowEdit.remove(row, "task_id")),
    TASK_ID_TEXT(
            "task-id", "task_id is no UUID", row -> RowEdit.set(row, "task_id", "\"task-17\"")),
    AGENT_ID_MISSING("agent-id", "agent_id is missing", row -> RowEdit.remove(row, "agent_id")),
    AGENT_ID_TEXT(
            "agent-id", "agent_id is no UUID", row -> RowEdit.set(row, "agent_id", "\"agent 7\"")),
    LATENCY_ZERO("latency-range", "latency_ms is 0", row -> RowEdit.set(row, "latency_ms", "0")),
    LATENCY_NEGATIVE(
            "latency-range",
            "latency_ms is negative",
            row -> RowEdit.set(row, "latency_ms", "-12.5")),
    LATENCY_HIGH(
            "latency-range",
            "latency_ms is five minutes",
            row -> RowEdit.set(row, "latency_ms", "300000")),
    ACCURACY_HIGH(
            "accuracy-range", "accuracy is above 1", row -> RowEdit.set(row, "accuracy", "1.2")),
    ACCURACY_MISSING(
            "accuracy-range", "accuracy is missing", row -> RowEdit.remove(row, "accuracy")),
    CPU_HIGH(
            "cpu-range", "cpu_usage is a percentage", row -> RowEdit.set(row, "cpu_usage", "43.5")),
    CPU_NULL("cpu-range", "cpu_usage is null", row -> RowEdit.set(row, "cpu_usage", "null")),
    MEMORY_ZERO("memory-range", "memory_mb is 0", row -> RowEdit.set(row, "memory_mb", "0")),
    MEMORY_HIGH(
            "memory-range",
            "memory_mb is a million",
            row -> RowEdit.set(row, "memory_mb", "1000000")),
    TIME_MISSING(
            "recorded-at", "recorded_at is missing", row -> RowEdit.remove(row, "recorded_at")),
    TIME_TEXT(
            "recorded-at",
            "recorded_at is no time",
            row -> RowEdit.set(row, "recorded_at", "\"yesterday\"")),
    TIME_FUTURE(
            "recorded-at",
            "recorded_at lies in the future",
            row -> RowEdit.set(row, "recorded_at", "\"2999-01-01T00:00:00.000000Z\"")),
    HOST_BLANK(
            "execution-context",
            "the host's name is blank",
            row -> RowEdit.set(row, "hostname", "\" \"")),
    RESOURCES_EMPTY(
            "execution-context", "resources are empty", row -> RowEdit.set(row, "resources", "{}")),
    CONTEXT_TEXT(
            "execution-context",
            "execution_context is a text",
            row -> RowEdit.set(row, "execution_context", "\"node-1\"")),
    NETWORK_NEGATIVE(
            "network-range",
            "network_bytes is negative",
            row -> RowEdit.set(row, "network_bytes", "-1")),
    NETWORK_FRACTION(
            "network-range",
            "network_bytes is no whole number",
            row -> RowEdit.set(row, "network_bytes", "1.5")),
    CUSTOM_NAME(
            "custom-metrics",
            "a custom metric's name has 101 characters",
            row -> RowEdit.set(row, "custom_metrics", "{\"" + "m".repeat(101) + "\":1}")),
    CUSTOM_HUGE(
            "custom-metrics",
            "a custom metric's value is 1e16",
            row -> RowEdit.set(row, "custom_metrics", "{\"tokens_in\":1e16}")),
    CUSTOM_TEXT(
            "custom-metrics",
            "a custom metric's value is a text",
            row -> RowEdit.set(row, "custom_metrics", "{\"tokens_in\":\"many\"}")),
    GPU_OF_ROW(
            "gpu-range",
            "gpu_utilization is above 1",
            row -> "{\"gpu_utilization\":1.4," + row.substring(1)),
    GPU_OF_RESOURCES(
            "gpu-range",
            "gpu_utilization of the resources is negative",
            row -> RowEdit.set(row, "resources", "{\"cpu_cores\":8,\"gpu_utilization\":-0.25}")),
    CUT_OFF(
            "malformed-row",
            "the line ends in the middle",
            row -> row.substring(0, row.length() / 2)),
    NO_COLON(
            "malformed-row",
            "a colon is missing",
            row -> row.replace("\"accuracy\":", "\"accuracy\" ")),
    DUPLICATE(
            "", "the row before once more, the same in every byte: skipped, no error", row -> row),
    CONTRADICTION(
            "duplicate-run",
            "task_id and recorded_at of the row before with another latency_ms",
            row -> RowEdit.set(row, "latency_ms", "1.234"));

    private final String rule;
    private final String description;
    private final UnaryOperator<String> damage;

    BadRowKind(String rule, String description, UnaryOperator<String> damage) {
        this.rule = rule;
        this.description = description;
        this.damage = damage;
    }

    /** Id of the rule it breaks; empty for an identical duplicate, which breaks none. */
    String rule() {
        return rule;
    }

    String description() {
        return description;
    }

    /** True when it is made from the line before instead of a run of its own. */
    boolean repeats() {
        return this == DUPLICATE || this == CONTRADICTION;
    }

    /** The bad line made from a good one. */
    String damage(String row) {
        return damage.apply(row);
    }
}
