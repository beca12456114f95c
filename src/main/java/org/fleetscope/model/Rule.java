package org.fleetscope.model;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Every rule of validation: its id, its severity unless set otherwise, what holds for a good row,
 * and when it is asked. The order is that of the rule list, in which a row is told what it broke.
 */
public enum Rule {
    TASK_ID(Kind.FIXED, "task_id (id of a task) is present and a valid UUID", Rule.ALWAYS),
    AGENT_ID(Kind.FIXED, "agent_id (id of an agent) is present and a valid UUID", Rule.ALWAYS),
    LATENCY_RANGE(
            Kind.ROW,
            "latency_ms is present, finite, above 0 and below the limit (300000 ms unless set otherwise)",
            Rule.UNLESS_ABSENT),
    ACCURACY_RANGE(Kind.ROW, "accuracy is present, finite and from 0 to 1", Rule.UNLESS_ABSENT),
    CPU_RANGE(Kind.ROW, "cpu_usage is present, finite and from 0 to 1", Rule.UNLESS_ABSENT),
    MEMORY_RANGE(
            Kind.ROW,
            "memory_mb is present, finite, above 0 and below the limit (1000000 MB unless set otherwise)",
            Rule.UNLESS_ABSENT),
    RECORDED_AT(
            Kind.FIXED,
            "recorded_at is present, readable and at most 5 minutes (unless set otherwise) past the reference time",
            Rule.ALWAYS),
    RECORDED_AT_RECENT(
            Kind.ROW,
            "recorded_at is at most 1 hour (unless set otherwise) before the reference time; live feeds only",
            "in profile live"),
    EXECUTION_CONTEXT(
            Kind.ROW,
            "execution_context is an object with a non-blank hostname and resource info (a non-empty object under"
                    + " resources, resource_info or resource_quota, or a number under cpu_cores or memory_mb)",
            Rule.UNLESS_ABSENT),
    NETWORK_RANGE(
            Kind.ROW,
            "network_bytes is absent or an integer from 0 to 9223372036854775807",
            Rule.UNLESS_ABSENT),
    CUSTOM_METRICS(
            Kind.ROW,
            "custom_metrics is absent or an object with keys of 1 to 100 characters and finite numbers of magnitude"
                    + " up to 1e15 (unless set otherwise)",
            Rule.ALWAYS),
    GPU_RANGE(
            Kind.ROW,
            "gpu_utilization is absent or from 0 to 1, in the row, its execution_context or resources, or a result's"
                    + " resource_usage",
            Rule.UNLESS_ABSENT),
    DUPLICATE_RUN(
            Kind.FIXED,
            "no other row with the same recorded_at and task_id says something else; an identical row is skipped and"
                    + " counted, not an error",
            "over the import and the workspace"),
    MALFORMED_ROW(
            Kind.FIXED,
            "the line parses, as a KPI report, task, execution result, agent or system health whose fields have their"
                    + " types",
            Rule.ALWAYS),
    METADATA_MISSING(
            Kind.FLAG,
            "source_layer, target_agent_type and priority are known from the row, its task or its agent; otherwise"
                    + " unknown, unknown and 50 stand in",
            Rule.ALWAYS),
    ERROR_DETAILS(
            Kind.FLAG,
            "error of an execution result is absent or valid JSON",
            "for execution results"),
    TASK_REFERENCE(Kind.FLAG, "task_id is the id of a task", "when tasks are loaded"),
    AGENT_REFERENCE(Kind.FLAG, "agent_id is the id of an agent", "when agents are loaded"),
    ONE_KPI_PER_TASK(
            Kind.FLAG,
            "no other KPI report has the same task_id",
            "over the import and the workspace"),
    RECORDED_AFTER_CREATED(
            Kind.FLAG,
            "recorded_at is not before created_at of the task",
            "when the task is known"),
    RECORDED_BEFORE_COMPLETED(
            Kind.FLAG,
            "recorded_at is at most 100 ms (unless set otherwise) after completed_at of the result",
            "when the result is known"),
    DEADLINE_MET(
            Kind.FLAG,
            "completed_at of the result, or recorded_at without one, is not after the task's deadline",
            "when the task has a deadline"),
    QUOTA_MEMORY(
            Kind.FLAG,
            "memory_mb, and memory_peak_mb of the result, are at most max_memory_mb",
            "when the task has that quota"),
    QUOTA_CPU(
            Kind.FLAG,
            "cpu_seconds of the result are at most max_cpu_cores times the execution time",
            "when the task has that quota and the result is known"),
    QUOTA_TIME(
            Kind.FLAG,
            "the execution time (of the result, else latency_ms) is at most max_execution_time_secs",
            "when the task has that quota"),
    QUOTA_NETWORK(
            Kind.FLAG,
            "bytes sent and received (of the result, else network_bytes) times 8 over the execution time are at most"
                    + " max_network_mbps",
            "when the task has that quota"),
    LATENCY_DISTRIBUTION(
            Kind.FLAG,
            "log latency of the import's runs of an agent type is distributed like that of earlier runs:"
                    + " Kolmogorov-Smirnov p at least 0.001 or D at most 0.1 (unless set otherwise)",
            "when the workspace has earlier runs of the type"),
    ACCURACY_DISTRIBUTION(
            Kind.FLAG,
            "the mean accuracy of the import's runs of an agent is within 4 standard errors (unless set otherwise) of"
                    + " its earlier mean",
            "when the agent has 20 earlier runs (unless set otherwise)"),
    RESOURCE_CONSISTENCY(
            Kind.FLAG,
            "log CPU seconds are within 6 robust sigmas (unless set otherwise) of the median of runs of the same agent"
                    + " type and similar task complexity",
            "when 20 such runs are known (unless set otherwise)");

    private static final String ALWAYS = "always";
    private static final String UNLESS_ABSENT = "unless a mapping declares the field absent";

    /** What the severity of a rule may be. */
    private enum Kind {
        /** A row that breaks it can't be stored. */
        FIXED(EnumSet.of(RuleLevel.ERROR), RuleLevel.ERROR),
        /** About one row by itself. */
        ROW(EnumSet.allOf(RuleLevel.class), RuleLevel.ERROR),
        /** Judged of rows that are kept, often long after they were read. */
        FLAG(EnumSet.of(RuleLevel.WARNING, RuleLevel.OFF), RuleLevel.WARNING);

        private final Set<RuleLevel> levels;
        private final RuleLevel standard;

        Kind(Set<RuleLevel> levels, RuleLevel standard) {
            this.levels = levels;
            this.standard = standard;
        }
    }

    private final Kind kind;
    private final String explanation;
    private final String applies;

    Rule(Kind kind, String explanation, String applies) {
        this.kind = kind;
        this.explanation = explanation;
        this.applies = applies;
    }

    /** Id in counts, quarantine, reports and settings: {@code latency-range}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The level unless set otherwise. */
    public RuleLevel standard() {
        return kind.standard;
    }

    /** The levels that can be set, strictest first. */
    public List<RuleLevel> levels() {
        return List.copyOf(kind.levels);
    }

    public boolean allows(RuleLevel level) {
        return kind.levels.contains(level);
    }

    /** One line: what holds for a good row. */
    public String explanation() {
        return explanation;
    }

    /** When it is asked, in a few words. */
    public String applies() {
        return applies;
    }

    /** Bit of this rule among the flags of a kept row. */
    public int flag() {
        return 1 << ordinal();
    }

    public static Optional<Rule> of(String id) {
        return Arrays.stream(values()).filter(rule -> rule.id().equals(id)).findFirst();
    }
}
