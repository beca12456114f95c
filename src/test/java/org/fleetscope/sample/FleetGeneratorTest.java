package org.fleetscope.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.fleetscope.job.JobContext;
import org.fleetscope.job.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FleetGeneratorTest {
    @TempDir Path folder;

    private static GeneratorSettings settings(long rows, long seed, String faults) {
        return new GeneratorSettings(
                rows,
                20,
                1,
                seed,
                LocalDate.of(2025, 11, 5),
                FaultStrengths.parse(faults, 1),
                0.001);
    }

    private Path file(String name, GeneratorSettings settings) throws IOException {
        Path file = folder.resolve(name);
        new FleetGenerator(settings).write(file, JobContext.NONE);
        return file;
    }

    @Test
    void equalSettingsGiveEqualBytesInEveryLocale() throws IOException {
        Path first = file("a.ndjson", settings(5000, 7, "all"));
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        Path second;
        try {
            second = file("b.ndjson.gz", settings(5000, 7, "all"));
        } finally {
            Locale.setDefault(before);
        }
        assertThat(GeneratedFiles.contents(second)).isEqualTo(GeneratedFiles.contents(first));
        assertThat(Files.readAllBytes(folder.resolve("b.faults.json")))
                .isEqualTo(Files.readAllBytes(folder.resolve("a.faults.json")));
        assertThat(GeneratedFiles.contents(file("c.ndjson", settings(5000, 8, "all"))))
                .isNotEqualTo(GeneratedFiles.contents(first));
    }

    @Test
    void rowsAreAsManyAsAskedForInOrderOfTimeAndAllGood() throws IOException {
        List<String> lines = GeneratedFiles.lines(file("good.ndjson", settings(5001, 3, "none")));
        assertThat(lines).hasSize(5001);
        String last = "2025-11-05T00:00:00.000000Z";
        for (String line : lines) {
            assertThat(SimpleRules.brokenBy(line)).as(line).isEmpty();
            String time = GeneratedFiles.json(line).get("recorded_at").asText();
            assertThat(time).isGreaterThanOrEqualTo(last).startsWith("2025-11-05T");
            last = time;
        }
        assertThat(lines.stream().mapToInt(String::length).average().orElseThrow())
                .isBetween(450.0, 530.0);
    }

    @Test
    void listedBadRowsBreakTheListedRuleAndNoOtherRowBreaksAny() throws IOException {
        List<String> lines =
                GeneratedFiles.lines(file("bad.ndjson", settings(6000, 5, "bad-rows")));
        Map<Long, JsonNode> listed = new HashMap<>();
        for (JsonNode bad :
                GeneratedFiles.json(folder.resolve("bad.faults.json")).get("bad_rows")) {
            listed.put(bad.get("line").asLong(), bad);
        }
        for (int i = 0; i < lines.size(); i++) {
            JsonNode bad = listed.get(i + 1L);
            Set<String> expected = Set.of();
            if (bad != null && bad.has("repeats_line")) {
                assertThat(bad.get("repeats_line").asInt()).isEqualTo(i);
                assertThat(lines.get(i).equals(lines.get(i - 1)))
                        .isEqualTo(bad.get("rule").isNull());
                assertThat(key(lines.get(i))).isEqualTo(key(lines.get(i - 1)));
            } else if (bad != null) {
                expected = Set.of(bad.get("rule").asText());
            }
            assertThat(SimpleRules.brokenBy(lines.get(i))).as(lines.get(i)).isEqualTo(expected);
        }
        assertThat(listed.values().stream().map(bad -> bad.get("rule").asText()).distinct())
                .containsExactlyInAnyOrder(
                        "task-id",
                        "agent-id",
                        "latency-range",
                        "accuracy-range",
                        "cpu-range",
                        "memory-range",
                        "recorded-at",
                        "execution-context",
                        "network-range",
                        "custom-metrics",
                        "gpu-range",
                        "malformed-row",
                        "duplicate-run",
                        "null");
    }

    private static String key(String line) throws IOException {
        JsonNode row = GeneratedFiles.json(line);
        return row.get("recorded_at").asText() + row.get("task_id").asText();
    }

    @Test
    void aFleetTooSmallForAllFaultsAndBadRowsIsStillMade() throws IOException {
        GeneratorSettings tiny =
                new GeneratorSettings(
                        3,
                        1,
                        2,
                        1,
                        LocalDate.of(2025, 11, 5),
                        FaultStrengths.parse("all", 1),
                        0.001);
        assertThat(GeneratedFiles.lines(file("tiny.jsonl", tiny))).hasSize(3);
    }

    @Test
    void cancellingLeavesNoFile() throws IOException {
        JobContext cancelled =
                new JobContext() {
                    @Override
                    public void progress(Progress progress) {}

                    @Override
                    public boolean isCancelled() {
                        return true;
                    }
                };
        FleetGenerator generator = new FleetGenerator(settings(1000, 1, "all"));
        assertThatThrownBy(() -> generator.write(folder.resolve("x.ndjson"), cancelled))
                .isInstanceOf(CancellationException.class);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void weekendsAndNightsAreQuieter() throws IOException {
        // 2025-11-07 is a Friday, the 8th a Saturday
        GeneratorSettings settings =
                new GeneratorSettings(20_000, 20, 2, 9, LocalDate.of(2025, 11, 7), Map.of(), 0);
        List<Integer> hours = new ArrayList<>();
        int saturday = 0;
        for (JsonNode row : GeneratedFiles.rows(file("days.ndjson", settings))) {
            String time = row.get("recorded_at").asText();
            hours.add(Integer.parseInt(time.substring(11, 13)));
            saturday += time.startsWith("2025-11-08") ? 1 : 0;
        }
        assertThat(saturday).isBetween(20_000 / 3 - 400, 20_000 / 3 + 400);
        long night = hours.stream().filter(hour -> hour < 4).count();
        long afternoon = hours.stream().filter(hour -> hour >= 13 && hour < 17).count();
        assertThat(afternoon).isGreaterThan(3 * night);
    }

    @Test
    void faultKindsAreParsed() {
        assertThat(FaultStrengths.parse("none", 1)).isEmpty();
        assertThat(FaultStrengths.parse("ALL", 1)).containsOnlyKeys(FaultKind.values());
        assertThat(FaultStrengths.parse("bad-host, slow-drift", 1))
                .containsOnlyKeys(FaultKind.BAD_HOST, FaultKind.SLOW_DRIFT);
        assertThatThrownBy(() -> FaultStrengths.parse("bad-host,fire", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'fire'")
                .hasMessageContaining("memory-leak");
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> settings(0, 1, "none")).hasMessageContaining("rows");
    }
}
