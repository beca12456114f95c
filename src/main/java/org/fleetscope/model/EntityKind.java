package org.fleetscope.model;

/** The five entities of the source document; names are those of the JSON output. */
public enum EntityKind {
    KPI_REPORT("KpiReport"),
    TASK("Task"),
    EXECUTION_RESULT("ExecutionResult"),
    AGENT("Agent"),
    SYSTEM_HEALTH("SystemHealth");

    private final String label;

    EntityKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
