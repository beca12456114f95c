package org.fleetscope.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** The row rules of validation once more, written down independently of the product's own. */
final class SimpleRules {
    private SimpleRules() {}

    static Set<String> brokenBy(String line) {
        JsonNode row;
        try {
            row = GeneratedFiles.json(line);
        } catch (IOException e) {
            return Set.of("malformed-row");
        }
        Set<String> broken = new TreeSet<>();
        check(broken, "task-id", isUuid(row.path("task_id")));
        check(broken, "agent-id", isUuid(row.path("agent_id")));
        double latency = number(row.path("latency_ms"));
        check(broken, "latency-range", latency > 0 && latency < 300_000);
        check(broken, "accuracy-range", isFraction(row.path("accuracy")));
        check(broken, "cpu-range", isFraction(row.path("cpu_usage")));
        double memory = number(row.path("memory_mb"));
        check(broken, "memory-range", memory > 0 && memory < 1_000_000);
        check(broken, "recorded-at", isPast(row.path("recorded_at").asText()));
        JsonNode context = row.path("execution_context");
        check(
                broken,
                "execution-context",
                !context.path("hostname").asText().isBlank()
                        && !context.path("resources").isEmpty());
        JsonNode network = row.path("network_bytes");
        check(broken, "network-range", network.isIntegralNumber() && network.asLong() >= 0);
        check(broken, "custom-metrics", customHolds(row.path("custom_metrics")));
        check(
                broken,
                "gpu-range",
                isFractionOrAbsent(row.path("gpu_utilization"))
                        && isFractionOrAbsent(context.path("resources").path("gpu_utilization")));
        return broken;
    }

    private static void check(Set<String> broken, String rule, boolean holds) {
        if (!holds) {
            broken.add(rule);
        }
    }

    private static double number(JsonNode node) {
        return node.isNumber() ? node.asDouble() : Double.NaN;
    }

    private static boolean isFraction(JsonNode node) {
        return number(node) >= 0 && number(node) <= 1;
    }

    private static boolean isFractionOrAbsent(JsonNode node) {
        return node.isMissingNode() || isFraction(node);
    }

    private static boolean customHolds(JsonNode custom) {
        boolean holds = true;
        for (var field : custom.properties()) {
            holds &= !field.getKey().isEmpty() && field.getKey().length() <= 100;
            holds &= Math.abs(number(field.getValue())) <= 1e15;
        }
        return holds;
    }

    private static boolean isUuid(JsonNode node) {
        try {
            return node.asText().length() == 36
                    && UUID.fromString(node.asText()).toString().equals(node.asText());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isPast(String text) {
        try {
            return Instant.parse(text).isBefore(Instant.now());
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
