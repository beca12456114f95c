package org.fleetscope.workspace;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** A row of a random bundle: what it says, field by field, and how a file may spell it. */
record RandomRow(
        String taskId,
        String agentId,
        long recordedAt,
        double latencyMs,
        double accuracy,
        double cpuUsage,
        double memoryMb,
        long networkBytes,
        String host) {
    static final List<String> FIELDS =
            List.of(
                    "task_id",
                    "agent_id",
                    "recorded_at",
                    "latency_ms",
                    "accuracy",
                    "cpu_usage",
                    "memory_mb",
                    "network_bytes",
                    "custom_metrics",
                    "execution_context",
                    "source_layer",
                    "target_agent_type",
                    "priority");

    /** What makes two rows rows of the same run. */
    record Key(long recordedAt, String taskId) {}

    Key key() {
        return new Key(recordedAt, taskId);
    }

    static RandomRow good(Random random, int task, long recordedAt) {
        return new RandomRow(
                "00000000-0000-4000-8000-%012d".formatted(task),
                "11111111-0000-4000-8000-%012d".formatted(random.nextInt(5)),
                recordedAt,
                random.nextInt(1, 100_000) / 8.0,
                random.nextInt(0, 257) / 256.0,
                random.nextInt(0, 129) / 128.0,
                random.nextInt(1, 4096) / 2.0,
                random.nextLong(1L << 40),
                "node-" + random.nextInt(3));
    }

    /** The same run, saying something else in a way that is valid too. */
    RandomRow contradicted() {
        return new RandomRow(
                taskId,
                agentId,
                recordedAt,
                latencyMs + 0.5,
                accuracy,
                cpuUsage,
                memoryMb,
                networkBytes,
                host);
    }

    /** The row with some fields out of range, one at least. */
    RandomRow broken(Random random) {
        int faults = 1 + random.nextInt(127);
        return new RandomRow(
                (faults & 1) == 0 ? taskId : "task-17",
                agentId,
                recordedAt,
                (faults & 2) == 0 ? latencyMs : random.nextBoolean() ? 0 : 300_000,
                (faults & 4) == 0 ? accuracy : 1.125,
                (faults & 8) == 0 ? cpuUsage : -0.125,
                (faults & 16) == 0 ? memoryMb : random.nextBoolean() ? 0 : 1_000_000,
                (faults & 32) == 0 ? networkBytes : -1 - networkBytes,
                (faults & 64) == 0 ? host : " ");
    }

    /** Ids of the rules it breaks, read off the domain's table. */
    Set<String> violations() {
        Set<String> rules = new TreeSet<>();
        Map<String, Boolean> holds = new LinkedHashMap<>();
        holds.put("task-id", taskId.length() == 36);
        holds.put("latency-range", 0 < latencyMs && latencyMs < 300_000);
        holds.put("accuracy-range", 0 <= accuracy && accuracy <= 1);
        holds.put("cpu-range", 0 <= cpuUsage && cpuUsage <= 1);
        holds.put("memory-range", 0 < memoryMb && memoryMb < 1_000_000);
        holds.put("network-range", networkBytes >= 0);
        holds.put("execution-context", !host.isBlank());
        holds.forEach((rule, held) -> {
            if (!held) {
                rules.add(rule);
            }
        });
        return rules;
    }

    /** An object of JSON with its members in any order. */
    String json(Random random) {
        Map<String, String> values = values();
        List<String> members = new ArrayList<>();
        values.forEach((name, value) -> {
            boolean text = value.charAt(0) != '{' && !value.matches("-?[0-9.E]+");
            members.add("\"" + name + "\":" + (text ? "\"" + value + "\"" : value));
        });
        Collections.shuffle(members, random);
        return "{" + String.join(random.nextBoolean() ? "," : ", ", members) + "}";
    }

    /** A record of CSV, objects as JSON text in their cell. */
    String csv() {
        Map<String, String> values = values();
        List<String> cells = new ArrayList<>();
        for (String field : FIELDS) {
            String value = values.getOrDefault(field, "");
            cells.add(value.contains("\"") ? "\"" + value.replace("\"", "\"\"") + "\"" : value);
        }
        return String.join(",", cells);
    }

    private Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("task_id", taskId);
        values.put("agent_id", agentId);
        values.put("recorded_at", Instant.EPOCH.plus(recordedAt, ChronoUnit.MICROS).toString());
        values.put("latency_ms", Double.toString(latencyMs));
        values.put("accuracy", Double.toString(accuracy));
        values.put("cpu_usage", Double.toString(cpuUsage));
        values.put("memory_mb", Double.toString(memoryMb));
        values.put("network_bytes", Long.toString(networkBytes));
        values.put("custom_metrics", "{\"tokens\":17}");
        values.put(
                "execution_context",
                "{\"hostname\":\"" + host + "\",\"resources\":{\"cpu_cores\":4}}");
        values.put("source_layer", "layer1");
        values.put("target_agent_type", "coder");
        values.put("priority", "50");
        return values;
    }
}
