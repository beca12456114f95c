package org.fleetscope.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.Drift;
import org.fleetscope.model.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drift between imports, against sums and distances made from the rows as they were written. */
class DriftTest {
    private record Row(int number, String type, int agent, double latency, double tokens) {
        /** NaN tokens are absent; a negative latency is rejected. */
        String json() {
            return String.format(
                    Locale.ROOT,
                    "{\"task_id\":\"00000000-0000-4000-8000-%012d\",\"agent_id\":\"00000000-0000-4000-9000-%012d\","
                            + "\"latency_ms\":%s,\"accuracy\":0.9,\"cpu_usage\":0.5,\"memory_mb\":256,%s"
                            + "\"recorded_at\":%d,\"execution_context\":{\"hostname\":\"h%d\",\"cpu_cores\":4},"
                            + "\"source_layer\":\"l\",\"target_agent_type\":\"%s\",\"priority\":50}",
                    number,
                    agent,
                    latency,
                    Double.isNaN(tokens) ? "" : "\"custom_metrics\":{\"tokens\":" + tokens + "},",
                    1_772_000_000L + number,
                    agent % 3,
                    type);
        }
    }

    @TempDir private Path folder;
    private final Random random = new Random(3);
    private final List<Row> first = new ArrayList<>();
    private final List<Row> second = new ArrayList<>();
    private final List<Row> third = new ArrayList<>();

    @Test
    void anImportIsHeldAgainstAllBefore() throws IOException {
        for (int i = 0; i < 90; i++) {
            first.add(row(i, i % 2 == 0 ? "a" : "b", i % 3, 1));
            second.add(row(100 + i, i % 2 == 0 ? "a" : "b", i % 3, 1));
            third.add(row(200 + i, i % 2 == 0 ? "a" : "c", i % 3 + 1, 1.5));
        }
        first.add(new Row(99, "a", 0, -1, 1));
        third.add(new Row(298, "a", 1, -1, 1));
        third.add(new Row(299, "a", 1, -1, 1));
        try (Workspace workspace = LocalWorkspace.open(folder.resolve("w"))) {
            imports(workspace, first);
            imports(workspace, second);
            imports(workspace, third);
            check(workspace.quality().drift(3, JobContext.NONE));
        }
        try (Workspace workspace = LocalWorkspace.open(folder.resolve("w"))) {
            check(workspace.quality().drift(3, JobContext.NONE));
            Drift alone = workspace.quality().drift(1, JobContext.NONE);
            assertThat(alone.earlierRuns()).isZero();
            assertThat(alone.metrics().getFirst().d()).isNaN();
            assertThat(alone.rules().getFirst().earlierRate()).isNaN();
            assertThatThrownBy(() -> workspace.quality().drift(4, JobContext.NONE))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private Row row(int number, String type, int agent, double factor) {
        double latency = Math.round(100 * factor * Math.exp(random.nextGaussian()) * 10) / 10.0;
        double tokens = random.nextInt(5) == 0 ? Double.NaN : random.nextInt(20);
        return new Row(number, type, agent, latency, tokens);
    }

    private void imports(Workspace workspace, List<Row> rows) throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve(rows.getFirst().number() + ".ndjson"),
                        String.join("\n", rows.stream().map(Row::json).toList()) + "\n");
        workspace.importFiles(
                List.of(file), ImportOptions.DEFAULTS, ImportListener.NONE, JobContext.NONE);
    }

    private void check(Drift drift) {
        assertThat(drift.runs()).isEqualTo(90);
        assertThat(drift.earlierRuns()).isEqualTo(180);
        // Accuracy, CPU and memory are constant, network is absent: no metric of its own.
        assertThat(drift.metrics().stream().map(Drift.OfMetric::metric).distinct())
                .containsExactly(
                        "latency_ms",
                        "accuracy",
                        "cpu_usage",
                        "memory_mb",
                        "custom_metrics.tokens");
        for (String type : List.of(Drift.ALL_TYPES, "a", "b", "c")) {
            check(drift, "latency_ms", type, Row::latency);
            check(drift, "custom_metrics.tokens", type, Row::tokens);
        }
        Drift.OfMetric accuracy = of(drift, "accuracy", Drift.ALL_TYPES);
        assertThat(accuracy.d()).isZero();
        assertThat(accuracy.meanShift()).isCloseTo(0, within(1e-12));
        assertThat(drift.rules())
                .filteredOn(rule -> rule.rule() == Rule.LATENCY_RANGE)
                .containsExactly(new Drift.OfRule(Rule.LATENCY_RANGE, 2, 2.0 / 92, 1, 1.0 / 181));
        assertThat(drift.dimensions())
                .containsExactly(
                        new Drift.OfDimension("agent", List.of(agent(3)), List.of(agent(0))),
                        new Drift.OfDimension("host", List.of(), List.of()),
                        new Drift.OfDimension("type", List.of("c"), List.of("b")));
    }

    private static String agent(int number) {
        return "00000000-0000-4000-9000-%012d".formatted(number);
    }

    private static Drift.OfMetric of(Drift drift, String metric, String type) {
        return drift.metrics().stream()
                .filter(entry -> entry.metric().equals(metric) && entry.agentType().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private void check(Drift drift, String metric, String type, ToDoubleFunction<Row> value) {
        List<Row> before = new ArrayList<>(first);
        before.addAll(second);
        Predicate<Row> wanted =
                row -> row.latency() > 0 && (type.isEmpty() || row.type().equals(type));
        List<Row> here = third.stream().filter(wanted).toList();
        List<Row> there = before.stream().filter(wanted).toList();
        double[] now = values(here, value);
        double[] then = values(there, value);
        Drift.OfMetric found = of(drift, metric, type);

        assertThat(found.runs()).isEqualTo(here.size());
        assertThat(found.earlierRuns()).isEqualTo(there.size());
        assertClose(found.d(), naiveDistance(now, then));
        assertClose(found.mean(), java.util.Arrays.stream(now).average().orElse(Double.NaN));
        assertClose(
                found.earlierMean(), java.util.Arrays.stream(then).average().orElse(Double.NaN));
        assertClose(found.missing(), share(here.size(), now.length));
        assertClose(found.earlierMissing(), share(there.size(), then.length));
    }

    private static double share(int runs, int present) {
        return runs == 0 ? Double.NaN : 1 - (double) present / runs;
    }

    private static void assertClose(double found, double expected) {
        if (Double.isNaN(expected)) {
            assertThat(found).isNaN();
        } else {
            assertThat(found).isCloseTo(expected, within(1e-9));
        }
    }

    private static double[] values(List<Row> rows, ToDoubleFunction<Row> value) {
        return rows.stream().mapToDouble(value).filter(x -> !Double.isNaN(x)).toArray();
    }

    /** O(n·m): the distance of the shares at or below every value. */
    private static double naiveDistance(double[] one, double[] other) {
        double largest = one.length == 0 || other.length == 0 ? Double.NaN : 0;
        for (double[] sample : new double[][] {one, other}) {
            for (double x : sample) {
                double a = 0;
                double b = 0;
                for (double value : one) {
                    a += value <= x ? 1.0 / one.length : 0;
                }
                for (double value : other) {
                    b += value <= x ? 1.0 / other.length : 0;
                }
                largest = Math.max(largest, Math.abs(a - b));
            }
        }
        return largest;
    }
}
