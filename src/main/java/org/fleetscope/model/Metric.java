package org.fleetscope.model;

import java.util.List;

/**
 * A measured quantity of a run. Built-in metrics have the id of their column; a custom metric has
 * the id {@code custom_metrics.NAME}.
 *
 * @param id identifier in code, SQL, JSON and CSV headers
 * @param label short name for people
 * @param unit unit of its values
 */
public record Metric(String id, String label, Unit unit) {
    public static final String CUSTOM_PREFIX = "custom_metrics.";

    public static final Metric LATENCY = new Metric("latency_ms", "Latency", Unit.MILLISECONDS);
    public static final Metric ACCURACY = new Metric("accuracy", "Accuracy", Unit.FRACTION);
    public static final Metric CPU = new Metric("cpu_usage", "CPU", Unit.FRACTION);
    public static final Metric MEMORY = new Metric("memory_mb", "Memory", Unit.MEGABYTES);
    public static final Metric NETWORK = new Metric("network_bytes", "Network", Unit.BYTES);
    public static final Metric THROUGHPUT =
            new Metric("throughput", "Throughput", Unit.RUNS_PER_MINUTE);

    /** Runs a minute of all agents together. */
    public static final Metric FLEET_THROUGHPUT =
            new Metric("fleet_throughput", "Throughput of the fleet", Unit.RUNS_PER_MINUTE);

    /** How far the clock of a host is ahead of the others. */
    public static final Metric CLOCK_OFFSET =
            new Metric("clock_offset", "Clock offset", Unit.MILLISECONDS);

    /** Metrics that runs don't report but detectors speak of. */
    public static final List<Metric> DERIVED = List.of(THROUGHPUT, FLEET_THROUGHPUT, CLOCK_OFFSET);

    /** The five metrics every KPI report declares. */
    public static final List<Metric> REPORTED = List.of(LATENCY, ACCURACY, CPU, MEMORY, NETWORK);

    public static Metric custom(String name) {
        return new Metric(CUSTOM_PREFIX + name, name, Unit.NONE);
    }

    public boolean isCustom() {
        return id.startsWith(CUSTOM_PREFIX);
    }
}
