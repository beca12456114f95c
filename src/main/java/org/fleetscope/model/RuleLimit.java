package org.fleetscope.model;

import java.util.Optional;

/**
 * Limits of the rules that can be set, with their defaults of the domain. Each is above 0 and at
 * most {@link #most()}.
 */
public enum RuleLimit {
    MAX_LATENCY("max_latency_ms", "ms", 300_000, "latency_ms lies below it"),
    MAX_MEMORY("max_memory_mb", "MB", 1_000_000, "memory_mb lies below it"),
    MAX_FUTURE("max_future_seconds", "s", 300, "recorded_at lies at most this far past now"),
    MAX_AGE("max_age_seconds", "s", 3600, "recorded_at lies at most this far back, profile live"),
    MAX_CUSTOM_KEY("max_custom_key_length", "", 100, "characters of a custom metric's name"),
    MAX_CUSTOM_VALUE("max_custom_magnitude", "", 1e15, "magnitude of a custom metric's value"),
    MAX_AFTER_COMPLETION(
            "max_after_completion_ms", "ms", 100, "recorded_at follows completed_at by at most it"),
    LATENCY_P("latency_ks_p", "", 0.001, 1, "latency-distribution: p lies below it"),
    LATENCY_D("latency_ks_d", "", 0.1, 1, "latency-distribution: and the distance D above it"),
    ACCURACY_ERRORS(
            "accuracy_standard_errors", "", 4, "accuracy-distribution: standard errors allowed"),
    RESOURCE_SIGMAS("resource_sigmas", "", 6, "resource-consistency: robust sigmas allowed"),
    MIN_REFERENCE_RUNS(
            "min_reference_runs",
            "runs",
            20,
            "runs that a statistical rule compares with, at least");

    private final String id;
    private final String unit;
    private final double standard;
    private final double most;
    private final String meaning;

    RuleLimit(String id, String unit, double standard, String meaning) {
        this(id, unit, standard, Double.MAX_VALUE, meaning);
    }

    RuleLimit(String id, String unit, double standard, double most, String meaning) {
        this.id = id;
        this.unit = unit;
        this.standard = standard;
        this.most = most;
        this.meaning = meaning;
    }

    /** Name in settings and mappings. */
    public String id() {
        return id;
    }

    /** Unit of the value; empty for a count or a ratio. */
    public String unit() {
        return unit;
    }

    /** The value when nobody set one. */
    public double standard() {
        return standard;
    }

    /** Largest value that can be set. */
    public double most() {
        return most;
    }

    /** What it limits, in a few words. */
    public String meaning() {
        return meaning;
    }

    public boolean allows(double value) {
        return value > 0 && value <= most;
    }

    public static Optional<RuleLimit> of(String id) {
        for (RuleLimit limit : values()) {
            if (limit.id.equals(id)) {
                return Optional.of(limit);
            }
        }
        return Optional.empty();
    }
}
