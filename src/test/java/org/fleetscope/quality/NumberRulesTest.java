package org.fleetscope.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.KpiBatchBuilder;
import org.fleetscope.model.RuleViolation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberRulesTest {
    private static void set(KpiBatchBuilder b, int row, String metric, double value) {
        switch (metric) {
            case "latency_ms" -> b.latencyMs[row] = value;
            case "accuracy" -> b.accuracy[row] = value;
            case "cpu_usage" -> b.cpuUsage[row] = value;
            case "memory_mb" -> b.memoryMb[row] = value;
            case "gpu_utilization" -> b.gpu[row] = value;
            default -> throw new IllegalArgumentException(metric);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "latency_ms, 4.9E-324", "latency_ms, 299999.99999999994", "accuracy, 0", "accuracy, -0.0",
                "accuracy, 1",
        "cpu_usage, 0", "cpu_usage, 1", "memory_mb, 4.9E-324", "memory_mb, 999999.9999",
                "gpu_utilization, 0",
        "gpu_utilization, 1", "gpu_utilization, NaN"
    })
    void holdsWithinItsLimits(String metric, double value) {
        assertThat(Rows.broken(Rows.rules(), (b, row) -> set(b, row, metric, value))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "latency-range, latency_ms, 0",
        "latency-range, latency_ms, -1",
        "latency-range, latency_ms, 300000",
        "latency-range, latency_ms, 412000",
        "latency-range, latency_ms, Infinity",
        "latency-range, latency_ms, NaN",
        "accuracy-range, accuracy, -1E-300",
        "accuracy-range, accuracy, 1.0000000000000002",
        "accuracy-range, accuracy, NaN",
        "accuracy-range, accuracy, -Infinity",
        "cpu-range, cpu_usage, -0.1",
        "cpu-range, cpu_usage, 1.1",
        "cpu-range, cpu_usage, NaN",
        "memory-range, memory_mb, 0",
        "memory-range, memory_mb, 1000000",
        "memory-range, memory_mb, NaN",
        "gpu-range, gpu_utilization, -0.01",
        "gpu-range, gpu_utilization, 1.01",
        "gpu-range, gpu_utilization, Infinity"
    })
    void firesOutsideThem(String rule, String metric, double value) {
        assertThat(Rows.broken(Rows.rules(), (b, row) -> set(b, row, metric, value)))
                .containsExactly(rule);
    }

    @ParameterizedTest
    @ValueSource(strings = {"latency_ms", "accuracy", "cpu_usage", "memory_mb"})
    void isOffForAMetricDeclaredAbsent(String metric) {
        assertThat(
                        Rows.broken(
                                Rows.rulesWithout(metric),
                                (b, row) -> set(b, row, metric, Double.NaN)))
                .isEmpty();
    }

    @Test
    void everyRowMayMissIt() {
        BatchCheck check =
                Rows.rules()
                        .check(
                                Rows.batch(
                                        (b, row) -> set(b, row, "latency_ms", Double.NaN),
                                        (b, row) -> set(b, row, "latency_ms", Double.NaN)));
        assertThat(check.acceptedRows()).isEmpty();
        assertThat(check.rejectedRows()).containsExactly(0, 1);
        assertThat(check.counts()).containsOnly(Map.entry("latency-range", 2L));
    }

    @Test
    void saysWhatWasReadAndWhatWasExpected() {
        assertThat(Rows.message((b, row) -> b.latencyMs[row] = 412_000))
                .isEqualTo("latency_ms is 412000, expected more than 0 and below 300000 ms");
        assertThat(Rows.message((b, row) -> b.accuracy[row] = 1.25))
                .isEqualTo("accuracy is 1.25, expected a fraction from 0 to 1");
        assertThat(Rows.message((b, row) -> b.memoryMb[row] = Double.NaN))
                .isEqualTo("memory_mb is missing, expected more than 0 and below 1000000 MB");
    }

    @Test
    void quotesWhatCouldNotBeRead() {
        KpiBatch batch =
                Rows.batch(
                        (b, row) -> {},
                        (b, row) -> {
                            b.cpuUsage[row] = Double.NaN;
                            b.problem(row, "cpu_usage", "\"high\"", "a number");
                        });
        List<RuleViolation> violations = Rows.rules().check(batch).violations(1);
        assertThat(violations).hasSize(1);
        assertThat(violations.getFirst().value()).isEqualTo("\"high\"");
        assertThat(violations.getFirst().field()).isEqualTo("cpu_usage");
        assertThat(violations.getFirst().message())
                .isEqualTo("cpu_usage is \"high\", expected a fraction from 0 to 1");
    }

    @Test
    void findsAGpuThatIsNoNumberInsideAnObject() {
        assertThat(
                        Rows.message((b, row) -> {
                            Rows.flag(b, row, KpiBatch.GPU_BROKEN, true);
                            b.problem(
                                    row,
                                    "execution_context.gpu_utilization",
                                    "\"busy\"",
                                    "a number");
                        }))
                .isEqualTo(
                        "gpu_utilization is \"busy\", expected a fraction from 0 to 1, or nothing");
    }
}
