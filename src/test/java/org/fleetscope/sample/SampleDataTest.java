package org.fleetscope.sample;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.ToDoubleFunction;
import org.fleetscope.job.JobContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The committed sample is what the generator makes, its entities fit together, and its faults can
 * be seen.
 */
class SampleDataTest {
    private static final Path SAMPLE = Path.of("sample-data");

    @Test
    void generatorMakesTheCommittedSampleAgain(@TempDir Path folder) throws IOException {
        List<Path> made =
                new FleetGenerator(GeneratorSettings.DEFAULTS).write(folder, JobContext.NONE);
        assertThat(made).hasSize(6);
        for (Path file : made) {
            assertThat(
                            Arrays.equals(
                                    GeneratedFiles.contents(file),
                                    GeneratedFiles.contents(
                                            SAMPLE.resolve(file.getFileName().toString()))))
                    .as(file.getFileName() + " equals the committed one")
                    .isTrue();
        }
    }

    @Test
    void sampleIsSmallEnoughForTheRepository() throws IOException {
        long bytes = 0;
        try (var files = Files.list(SAMPLE)) {
            for (Path file : files.toList()) {
                bytes += Files.size(file);
            }
        }
        assertThat(bytes).isLessThan(6_000_000);
    }

    @Test
    void entitiesFitTogether() throws IOException {
        Map<String, JsonNode> tasks = byKey("tasks.ndjson.gz", "id");
        Map<String, JsonNode> results = byKey("execution_results.ndjson.gz", "task_id");
        Map<String, JsonNode> agents = byKey("agents.ndjson.gz", "id");
        assertThat(agents).hasSize(40);
        assertThat(results.keySet()).isEqualTo(tasks.keySet());
        for (JsonNode run : goodRuns()) {
            JsonNode task = requireNonNull(tasks.get(run.get("task_id").asText()));
            JsonNode result = requireNonNull(results.get(run.get("task_id").asText()));
            JsonNode agent = requireNonNull(agents.get(run.get("agent_id").asText()));
            assertThat(agent.get("agent_type")).isEqualTo(run.get("target_agent_type"));
            long recorded = micros(run);
            long completed = GeneratedFiles.micros(result.get("completed_at"));
            assertThat(recorded).isBetween(completed, completed + 100_000);
            assertThat(GeneratedFiles.micros(task.get("created_at"))).isLessThan(completed);
            JsonNode quota = task.get("resource_quota");
            JsonNode usage = result.get("resource_usage");
            double seconds = result.get("execution_time_ms").asDouble() / 1000;
            assertThat(usage.get("memory_peak_mb").asDouble())
                    .isLessThanOrEqualTo(quota.get("max_memory_mb").asDouble());
            assertThat(usage.get("cpu_seconds").asDouble())
                    .isLessThanOrEqualTo(quota.get("max_cpu_cores").asDouble() * seconds);
            double megabits =
                    8e-6
                            * (usage.get("network_tx_bytes").asDouble()
                                    + usage.get("network_rx_bytes").asDouble());
            assertThat(megabits / seconds).isLessThan(quota.get("max_network_mbps").asDouble(1000));
        }
    }

    @Test
    void everyFaultCanBeSeenInItsTime() throws IOException {
        List<JsonNode> runs = goodRuns();
        for (JsonNode fault : GeneratedFiles.json(SAMPLE.resolve("faults.json")).get("faults")) {
            BiPredicate<JsonNode, JsonNode> struck =
                    fault.get("agent_id").isNull()
                            ? (run, f) ->
                                    run.at("/execution_context/hostname").equals(f.get("host"))
                            : (run, f) -> run.get("agent_id").equals(f.get("agent_id"));
            List<JsonNode> concerned =
                    runs.stream().filter(run -> struck.test(run, fault)).toList();
            String kind = fault.get("kind").asText();
            switch (kind) {
                case "latency-spike" ->
                        assertThat(ratio(concerned, fault, "latency_ms")).isBetween(4.0, 9.0);
                // a straight rise from 1 to 3 has 2 in the middle
                case "slow-drift" ->
                        assertThat(ratio(concerned, fault, "latency_ms")).isBetween(1.6, 2.6);
                case "accuracy-drop" ->
                        assertThat(
                                        median(
                                                        outside(concerned, fault),
                                                        run -> run.get("accuracy").asDouble())
                                                - median(
                                                        inside(concerned, fault),
                                                        run -> run.get("accuracy").asDouble()))
                                .isBetween(0.25, 0.35);
                case "bad-host" ->
                        assertThat(ratio(concerned, fault, "cpu_usage")).isGreaterThan(1.3);
                case "memory-leak" ->
                        assertThat(ratio(concerned, fault, "memory_mb")).isBetween(2.0, 3.2);
                case "throughput-dip" -> {
                    double length = to(fault) - from(fault);
                    long before =
                            runs.stream()
                                    .filter(run ->
                                            micros(run) >= from(fault) - length
                                                    && micros(run) < from(fault))
                                    .count();
                    assertThat(inside(runs, fault).size())
                            .isBetween((int) (0.15 * before), (int) (0.35 * before));
                }
                default -> throw new AssertionError("unknown kind " + kind);
            }
        }
    }

    private static double ratio(List<JsonNode> runs, JsonNode fault, String metric) {
        ToDoubleFunction<JsonNode> value = run -> run.get(metric).asDouble();
        return median(inside(runs, fault), value) / median(outside(runs, fault), value);
    }

    private static double median(List<JsonNode> runs, ToDoubleFunction<JsonNode> value) {
        double[] sorted = runs.stream().mapToDouble(value).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static List<JsonNode> inside(List<JsonNode> runs, JsonNode fault) {
        return runs.stream()
                .filter(run -> micros(run) >= from(fault) && micros(run) < to(fault))
                .toList();
    }

    private static List<JsonNode> outside(List<JsonNode> runs, JsonNode fault) {
        return runs.stream()
                .filter(run -> micros(run) < from(fault) || micros(run) >= to(fault))
                .toList();
    }

    private static long from(JsonNode fault) {
        return micros(fault.get("start").asText());
    }

    private static long to(JsonNode fault) {
        return micros(fault.get("end").asText());
    }

    private static long micros(JsonNode run) {
        return micros(run.get("recorded_at").asText());
    }

    private static long micros(String text) {
        Instant instant = Instant.parse(text);
        return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1000;
    }

    private static List<JsonNode> goodRuns() throws IOException {
        List<JsonNode> runs = new ArrayList<>();
        for (String line : GeneratedFiles.lines(SAMPLE.resolve("kpi_reports.ndjson.gz"))) {
            if (SimpleRules.brokenBy(line).isEmpty()) {
                runs.add(GeneratedFiles.json(line));
            }
        }
        return runs;
    }

    private static Map<String, JsonNode> byKey(String file, String key) throws IOException {
        Map<String, JsonNode> rows = new HashMap<>();
        for (JsonNode row : GeneratedFiles.rows(SAMPLE.resolve(file))) {
            rows.put(row.get(key).asText(), row);
        }
        return rows;
    }
}
