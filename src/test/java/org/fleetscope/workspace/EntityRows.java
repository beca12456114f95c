package org.fleetscope.workspace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.fleetscope.model.EntityKind;

/**
 * Rows of an entity as JSON text: a good one, every field in turn with every value of a pool, and
 * several fields at random.
 */
final class EntityRows {
    private static final String MISSING = "";

    private static final List<String> ANYTHING =
            List.of(
                    MISSING,
                    "null",
                    "true",
                    "false",
                    "\"x\"",
                    "\"\"",
                    "\" \"",
                    "\"5\"",
                    "[]",
                    "[1]",
                    "{}",
                    "{\"a\":1}",
                    "0",
                    "-0.0",
                    "1",
                    "1.0",
                    "-1",
                    "0.5",
                    "1.5",
                    "1.0000000000000002",
                    "1e400",
                    "-1e400",
                    "5e-324",
                    "-5e-324",
                    "1e15",
                    "1.0000000000000002e15",
                    "299999.99999999994",
                    "300000",
                    "999999.9999999999",
                    "1000000",
                    "1e18",
                    "1.7976931348623157e308");

    private static final List<String> LARGE =
            List.of(
                    "2147483647",
                    "2147483648",
                    "9223372036854775807",
                    "9223372036854775808",
                    "9.3e18",
                    "-9223372036854775808");

    private static final List<String> TIMES =
            List.of(
                    "\"2026-03-01T10:00:00Z\"",
                    "\"2026-03-01t10:00:00.5z\"",
                    "\"2026-03-01 10:00:00.123456789+05:30\"",
                    "\"2026-03-01T10:00:00\"",
                    "\"2026-03-01T10:00Z\"",
                    "\"2026-03-01\"",
                    "\"2026-03-01T24:00:00Z\"",
                    "\"2025-12-31T23:59:60Z\"",
                    "\"2025-12-31T23:59:61Z\"",
                    "\"2025-12-31T23:60:00Z\"",
                    "\"2026-03-01T10:00:00+24:00\"",
                    "\"2026-03-01T10:00:00.Z\"",
                    "\" 2026-03-01T10:00:00Z\\n\"",
                    "\"\\u00a02026-03-01T10:00:00Z\"",
                    "\"2026-02-29T10:00:00Z\"",
                    "\"2024-02-29T10:00:00Z\"",
                    "\"1900-02-29T10:00:00Z\"",
                    "\"2000-02-29T10:00:00Z\"",
                    "\"2025-04-31T10:00:00Z\"",
                    "\"2025-13-01T10:00:00Z\"",
                    "\"2025-00-01T10:00:00Z\"",
                    "\"0000-02-29T10:00:00Z\"",
                    "\"1772359200\"",
                    "\"-1772359200.25\"",
                    "\".5\"",
                    "\"5.\"",
                    "\"-\"",
                    "\"1e9\"",
                    "1772359200",
                    "1772359200.5",
                    "1772359200000",
                    "1772359200000000000",
                    "{\"secs_since_epoch\":1772359200,\"nanos_since_epoch\":999999999}",
                    "{\"secs_since_epoch\":1772359200,\"nanos_since_epoch\":1000000000}",
                    "{\"secs_since_epoch\":1772359200,\"nanos_since_epoch\":-1}",
                    "{\"secs_since_epoch\":1772359200.0,\"nanos_since_epoch\":5.0}",
                    "{\"secs_since_epoch\":1772359200.5,\"nanos_since_epoch\":5}",
                    "{\"secs_since_epoch\":1772359200,\"nanos_since_epoch\":5.5}",
                    "{\"secs_since_epoch\":-9223372036853,\"nanos_since_epoch\":0}",
                    "{\"secs_since_epoch\":-9223372036854,\"nanos_since_epoch\":0}",
                    "{\"secs_since_epoch\":1772359200}",
                    "{\"secs_since_epoch\":\"1772359200\",\"nanos_since_epoch\":0}");

    private static final List<String> PRIORITIES =
            List.of(
                    "\"Critical\"",
                    "\"hIGH\"",
                    "\" low \"",
                    "\"Normal\\t\"",
                    "\"background\"",
                    "\"urgent\"",
                    "\"50\"",
                    "\"51\"",
                    "100",
                    "75",
                    "50",
                    "25.0",
                    "51",
                    "1",
                    "2");

    private static final List<String> NAMES =
            List.of(
                    "\"h\"",
                    "\" h \"",
                    "\"\\t\\n\"",
                    "\"\\u2003\"",
                    "\"\\u00a0\"",
                    "\"\\u001f\"",
                    "\"\\ufeff\"");

    private static final String KEY = "😀".repeat(100);

    private static final List<String> CUSTOM =
            List.of(
                    "{\"a\":1,\"b\":-1e15}",
                    "{\"\":1}",
                    "{\"a\":null}",
                    "{\"a\":\"1\"}",
                    "{\"a\":1.0000000000000002e15}",
                    "{\"a\":-1e400}",
                    "{\"a\":{}}",
                    "{\"" + KEY + "\":1}",
                    "{\"" + KEY + "x\":1}",
                    "{\"" + "k".repeat(100) + "\":5e-324}",
                    "{\"" + "k".repeat(101) + "\":1}");

    private final EntityKind kind;
    private final Random random;

    EntityRows(EntityKind kind, Random random) {
        this.kind = kind;
        this.random = random;
    }

    /** A thousand rows and more; the first is good. */
    List<String> rows() {
        List<String> rows = new ArrayList<>();
        rows.add(text(good(0)));
        for (String path : paths(good(0), "")) {
            for (String value : pool(path)) {
                Map<String, Object> row = good(rows.size());
                set(row, path, value);
                rows.add(text(row));
            }
        }
        List<String> paths = paths(good(0), "");
        for (int i = 0; i < 600; i++) {
            Map<String, Object> row = good(rows.size());
            for (int changes = random.nextInt(4); changes >= 0; changes--) {
                String path = paths.get(random.nextInt(paths.size()));
                List<String> pool = pool(path);
                set(row, path, pool.get(random.nextInt(pool.size())));
            }
            rows.add(text(row));
        }
        return rows;
    }

    private static String uuid(long number) {
        return "\"00000000-0000-4000-8000-%012d\"".formatted(number);
    }

    private List<String> pool(String path) {
        List<String> pool = new ArrayList<>(ANYTHING);
        String name = path.substring(path.lastIndexOf('.') + 1);
        // Whether a time is in the future no schema can tell.
        if (!name.equals("recorded_at")) {
            pool.addAll(LARGE);
        }
        switch (name) {
            case "recorded_at", "created_at", "deadline", "completed_at" -> pool.addAll(TIMES);
            case "priority" -> pool.addAll(PRIORITIES);
            case "hostname" -> pool.addAll(NAMES);
            case "custom_metrics" -> pool.addAll(CUSTOM);
            case "id", "task_id", "agent_id" -> {
                String id = "0000000A-0000-4000-8000-" + "%012d".formatted(random.nextInt(1 << 30));
                pool.add('"' + id + '"');
                pool.add('"' + id + "\\n\"");
                pool.add('"' + id.replace("A", "G") + '"');
                pool.add('"' + id.substring(1) + '"');
                pool.add('"' + id.replace('-', '0') + '"');
            }
            default -> {
                // Only what fits anywhere.
            }
        }
        return pool;
    }

    private Map<String, Object> good(int number) {
        Map<String, Object> row = new LinkedHashMap<>();
        String id = uuid(1000 + number);
        switch (kind) {
            case KPI_REPORT -> {
                row.put("task_id", id);
                row.put("agent_id", uuid(1));
                row.put("latency_ms", "120.5");
                row.put("accuracy", "0.9");
                row.put("cpu_usage", "0.5");
                row.put("memory_mb", "256");
                row.put("network_bytes", "1000");
                row.put("custom_metrics", "{\"tokens\":5}");
                row.put("recorded_at", "\"2026-03-01T10:00:00Z\"");
                Map<String, Object> context = new LinkedHashMap<>();
                context.put("hostname", "\"node\"");
                for (String name : List.of("resources", "resource_info", "resource_quota")) {
                    if (random.nextInt(3) == 0 || name.equals("resources")) {
                        Map<String, Object> resources = new LinkedHashMap<>();
                        resources.put("gpu_utilization", "0.5");
                        context.put(name, resources);
                    }
                }
                if (number == 0 || random.nextInt(3) == 0) {
                    context.put("cpu_cores", "4");
                    context.put("memory_mb", "4096");
                }
                context.put("gpu_utilization", "1");
                row.put("execution_context", context);
                row.put("gpu_utilization", "0");
                row.put("source_layer", "\"l\"");
                row.put("unknown", "[{\"a\":null}]");
            }
            case TASK -> {
                row.put("id", id);
                row.put("priority", "\"High\"");
                row.put("payload", "{\"q\":1}");
                row.put("created_at", "\"2026-03-01T09:00:00Z\"");
                row.put("deadline", "null");
                row.put(
                        "resource_quota",
                        members(
                                "max_cpu_cores",
                                "max_memory_mb",
                                "max_execution_time_secs",
                                "max_network_mbps"));
                row.put("source_layer", "\"l\"");
                row.put("metadata", "{\"a\":\"b\"}");
            }
            case EXECUTION_RESULT -> {
                row.put("task_id", id);
                row.put("success", "true");
                row.put("output", "{}");
                row.put("execution_time_ms", "120");
                Map<String, Object> usage =
                        members(
                                "cpu_seconds",
                                "memory_peak_mb",
                                "network_tx_bytes",
                                "network_rx_bytes",
                                "disk_io_ops");
                usage.put("gpu_utilization", "0.5");
                row.put("resource_usage", usage);
                row.put("error", "null");
                row.put("completed_at", "\"2026-03-01T10:00:00Z\"");
            }
            case AGENT -> {
                row.put("id", id);
                row.put("agent_type", "\"planner\"");
                row.put("state", "\"Idle\"");
                row.put("capabilities", "[\"a\"]");
                row.put("stats", "{}");
            }
            case SYSTEM_HEALTH -> {
                row.put("recorded_at", "\"2026-03-01T10:00:00Z\"");
                row.put("status", "\"ok\"");
                row.put("active_agents", "7");
                if (number == 0 || random.nextBoolean()) {
                    row.put("uptime", "3600.5");
                }
                if (number == 0 || random.nextBoolean()) {
                    row.put("uptime_seconds", "3600");
                }
                row.put("resource_utilization", "{\"cpu\":0.5}");
            }
        }
        return row;
    }

    private static Map<String, Object> members(String... names) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (String name : names) {
            members.put(name, "10");
        }
        return members;
    }

    @SuppressWarnings("unchecked")
    private static List<String> paths(Map<String, Object> row, String before) {
        List<String> paths = new ArrayList<>();
        row.forEach((name, value) -> {
            paths.add(before + name);
            if (value instanceof Map<?, ?> inner) {
                paths.addAll(paths((Map<String, Object>) inner, before + name + "."));
            }
        });
        return paths;
    }

    @SuppressWarnings("unchecked")
    private static void set(Map<String, Object> row, String path, String value) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            row.put(path, value);
        } else if (row.get(path.substring(0, dot)) instanceof Map<?, ?> inner) {
            set((Map<String, Object>) inner, path.substring(dot + 1), value);
        }
    }

    @SuppressWarnings("unchecked")
    private static String text(Map<String, Object> row) {
        return row.entrySet().stream()
                .filter(member -> !member.getValue().equals(MISSING))
                .map(member ->
                        '"'
                                + member.getKey()
                                + "\":"
                                + (member.getValue() instanceof Map<?, ?> inner
                                        ? text((Map<String, Object>) inner)
                                        : member.getValue().toString()))
                .collect(Collectors.joining(",", "{", "}"));
    }
}
