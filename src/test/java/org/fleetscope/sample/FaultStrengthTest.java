package org.fleetscope.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.Times;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Weaker and stronger faults than usual: the same fleet, the same times, another amount. */
class FaultStrengthTest {
    @TempDir Path folder;

    private List<JsonNode> rows(String name, String faults, double strength) throws IOException {
        return GeneratedFiles.rows(file(name, faults, strength));
    }

    private Path file(String name, String faults, double strength) throws IOException {
        Path file = folder.resolve(name + ".ndjson");
        GeneratorSettings settings =
                new GeneratorSettings(
                        20_000,
                        20,
                        1,
                        11,
                        LocalDate.of(2025, 11, 5),
                        FaultStrengths.parse(faults, strength),
                        0);
        new FleetGenerator(settings).write(file, JobContext.NONE);
        return file;
    }

    private JsonNode faultsFile(String name) throws IOException {
        return GeneratedFiles.json(folder.resolve(name + ".faults.json"));
    }

    private static boolean isStruck(JsonNode row, JsonNode fault) {
        String at = row.get("recorded_at").asText();
        boolean inTime =
                at.compareTo(fault.get("start").asText()) >= 0
                        && at.compareTo(fault.get("end").asText()) < 0;
        return inTime
                && (fault.get("agent_id").isNull()
                        ? row.at("/execution_context/hostname").equals(fault.get("host"))
                        : row.get("agent_id").equals(fault.get("agent_id")));
    }

    /** The usual factors and losses are 6, 2.5 and 0.3; see sample-data/README.md. */
    @ParameterizedTest
    @CsvSource({
        "latency-spike, latency_ms, 1,    6",
        "latency-spike, latency_ms, 0.5,  3.5",
        "latency-spike, latency_ms, 2,    11",
        "bad-host,      latency_ms, 1,    2.5",
        "bad-host,      latency_ms, 0.25, 1.375",
        "accuracy-drop, accuracy,   1,    -0.3",
        "accuracy-drop, accuracy,   0.5,  -0.15"
    })
    void changesAreScaled(String fault, String metric, double strength, double expected)
            throws IOException {
        List<JsonNode> well = rows("well", fault, 0);
        List<JsonNode> ill = rows("ill", fault, strength);
        JsonNode struckBy = faultsFile("ill").get("faults").get(0);
        assertThat(ill).hasSameSizeAs(well);
        int struck = 0;
        for (int i = 0; i < ill.size(); i++) {
            assertThat(ill.get(i).get("task_id")).isEqualTo(well.get(i).get("task_id"));
            double before = well.get(i).get(metric).asDouble();
            double after = ill.get(i).get(metric).asDouble();
            if (!isStruck(ill.get(i), struckBy)) {
                assertThat(after).isEqualTo(before);
            } else if (expected < 0) {
                assertThat(after).isCloseTo(Math.max(0, before + expected), within(1.1e-4));
                struck++;
            } else {
                assertThat(after).isCloseTo(before * expected, within(1e-4 * after));
                struck++;
            }
        }
        assertThat(struck).isGreaterThan(20);
        assertThat(struckBy.get("strength").asDouble())
                .isCloseTo(Math.abs(expected), within(1e-12));
    }

    /** From 1 at the start to 1 + (4 − 1)·0.5 = 2.5 at the end of the ten hours. */
    @Test
    void growthIsScaled() throws IOException {
        List<JsonNode> well = rows("well", "memory-leak", 0);
        List<JsonNode> ill = rows("ill", "memory-leak", 0.5);
        JsonNode leak = faultsFile("ill").get("faults").get(0);
        long start = micros(leak.get("start"));
        assertThat(micros(leak.get("end")) - start).isEqualTo(36_000_000_000L);
        int struck = 0;
        for (int i = 0; i < ill.size(); i++) {
            double factor =
                    isStruck(ill.get(i), leak)
                            ? 1 + 1.5 * (micros(ill.get(i).get("recorded_at")) - start) / 3.6e10
                            : 1;
            double before = well.get(i).get("memory_mb").asDouble();
            assertThat(ill.get(i).get("memory_mb").asDouble())
                    .isCloseTo(before * factor, within(0.02));
            struck += factor > 1 ? 1 : 0;
        }
        assertThat(struck).isGreaterThan(100);
        assertThat(leak.get("strength").asDouble()).isEqualTo(2.5);
    }

    /** CPU rises by 0.25 · 0.4 = 0.1 where nothing is cut off at 0.99. */
    @Test
    void aBadHostUsesMoreProcessorAtItsStrength() throws IOException {
        List<JsonNode> well = rows("well", "bad-host", 0);
        List<JsonNode> ill = rows("ill", "bad-host:0.4", 9);
        JsonNode fault = faultsFile("ill").get("faults").get(0);
        for (int i = 0; i < ill.size(); i++) {
            double before = well.get(i).get("cpu_usage").asDouble();
            double rise = isStruck(ill.get(i), fault) ? 0.1 : 0;
            assertThat(ill.get(i).get("cpu_usage").asDouble())
                    .isCloseTo(Math.min(0.99, before + rise), within(1.1e-4));
        }
        assertThat(fault.get("changes").asText()).contains("cpu_usage rises by 0.1 ");
    }

    /** 0.75 · 0.4 = 0.3 of the runs are missing; more than all can't be. */
    @Test
    void dipsAreScaledUpToSilence() throws IOException {
        double usual = dip(rows("none", "throughput-dip", 0));
        assertThat(dip(rows("weak", "throughput-dip", 0.4)) / usual).isCloseTo(0.7, within(0.06));
        assertThat(dip(rows("total", "throughput-dip", 2))).isZero();
        assertThat(faultsFile("total").at("/faults/0/strength").asDouble()).isEqualTo(1);
    }

    /** Runs from 11:00 to 11:45. */
    private static double dip(List<JsonNode> rows) {
        return rows.stream()
                .map(row -> row.get("recorded_at").asText().substring(11, 16))
                .filter(time -> time.compareTo("11:00") >= 0 && time.compareTo("11:45") < 0)
                .count();
    }

    @Test
    void theFileOfFaultsNamesUnusualStrengths() throws IOException {
        file("usual", "all", 1);
        assertThat(faultsFile("usual").get("settings").has("fault_strengths")).isFalse();
        file("mixed", "latency-spike:0.5,bad-host,bad-rows", 2);
        JsonNode strengths = faultsFile("mixed").at("/settings/fault_strengths");
        assertThat(strengths).hasSize(2);
        assertThat(strengths.get("latency-spike").asDouble()).isEqualTo(0.5);
        assertThat(strengths.get("bad-host").asDouble()).isEqualTo(2);
    }

    @Test
    void strengthsAreParsed() {
        assertThat(FaultStrengths.parse("bad-host : 0.25, Slow-Drift,bad-rows", 3))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                FaultKind.BAD_HOST,
                                0.25,
                                FaultKind.SLOW_DRIFT,
                                3.0,
                                FaultKind.BAD_ROWS,
                                1.0));
    }

    @ParameterizedTest
    @CsvSource({
        "latency-spike:x,   1,   latency-spike:x",
        "latency-spike:,    1,   expected a number",
        "latency-spike:-1,  1,   0 to 100",
        "latency-spike:NaN, 1,   expected a number",
        "bad-rows:2,        1,   no strength",
        "fire:2,            1,   'fire'",
        "all,               -1,  0 to 100",
        "bad-host,          101, strength of bad-host is 101.0"
    })
    void whatIsNoStrengthIsRefused(String text, double usual, String message) {
        assertThatThrownBy(() -> FaultStrengths.parse(text, usual))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    private static long micros(JsonNode time) {
        return Times.ofInstant(Instant.parse(time.asText()));
    }
}
