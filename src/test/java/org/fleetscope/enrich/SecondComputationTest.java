package org.fleetscope.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.fleetscope.frame.Frame;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.Times;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random frames with missing values, ties, zeros, small types and unordered times, against {@link
 * NaiveFeatures}.
 */
class SecondComputationTest {
    private static Runs random(long seed) {
        Random random = new Random(seed);
        Runs runs = new Runs();
        int rows = 150 + random.nextInt(150);
        for (int i = 0; i < rows; i++) {
            int agent = random.nextInt(6);
            boolean odd = random.nextInt(12) == 0;
            runs.add(
                    new Runs.Run(
                            agent,
                            agent == 5 ? "rare" : "type" + agent % 3,
                            Runs.MONDAY
                                    + random.nextInt(4000)
                                            * 500L
                                            * (random.nextInt(9) == 0 ? 1000 : 1),
                            odd && random.nextBoolean()
                                    ? Double.NaN
                                    : 0.5 * (1 + random.nextInt(200)),
                            odd && random.nextBoolean() ? Double.NaN : random.nextInt(21) / 20.0,
                            odd && random.nextBoolean()
                                    ? Double.NaN
                                    : Math.max(0, random.nextGaussian() * 0.1 + 0.05),
                            odd && random.nextBoolean()
                                    ? Double.NaN
                                    : 50 + random.nextDouble() * 500,
                            agent % 3 == 1 ? 0 : odd ? -1 : random.nextInt(100_000),
                            "api",
                            50));
        }
        return runs;
    }

    static double value(FeatureColumn column, int row) {
        return switch (column) {
            case FeatureColumn.Doubles doubles -> doubles.values()[row];
            case FeatureColumn.Ints ints -> ints.isMissing(row) ? Double.NaN : ints.values()[row];
            case FeatureColumn.Flags flags ->
                    flags.isMissing(row) ? Double.NaN : flags.isSet(row) ? 1 : 0;
            case FeatureColumn.Indicators ones -> ones.value(row);
            case FeatureColumn.Texts texts -> throw new IllegalArgumentException(texts.text(row));
        };
    }

    private static void agree(String id, int row, double actual, double expected) {
        if (Double.isNaN(expected)) {
            assertThat(actual).as("%s of row %s", id, row).isNaN();
        } else {
            double tolerance = 1e-10 * Math.max(1, Math.abs(expected));
            assertThat(Math.abs(actual - expected))
                    .as("%s of row %s: %s", id, row, actual)
                    .isLessThan(tolerance);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void agrees(long seed) {
        Runs runs = random(seed);
        Frame workspace = runs.frame();
        int[] rows =
                IntStream.range(0, workspace.rows())
                        .filter(row -> seed % 2 == 0 || row % 5 != 0)
                        .toArray();
        NaiveFeatures naive = new NaiveFeatures(runs.list(), rows);
        Enrichment e =
                Enrichment.of(
                        seed % 2 == 0 ? workspace : workspace.select(rows),
                        workspace,
                        seed % 2 == 0 ? null : rows,
                        EnrichSettings.DEFAULTS);
        e.computeAll(2, JobContext.NONE);
        for (int i = 0; i < rows.length; i++) {
            Runs.Run run = runs.list().get(rows[i]);
            for (String id :
                    List.of(
                            "performance_score",
                            "efficiency_ratio",
                            "resource_efficiency",
                            "cpu_efficiency",
                            "memory_efficiency",
                            "network_efficiency",
                            "latency_zscore",
                            "accuracy_percentile",
                            "concurrent_runs")) {
                agree(id, i, value(e.column(id), i), naive.value(id, run));
            }
            double before = naive.value("experience", run);
            agree(
                    "experience_level",
                    i,
                    value(e.column("experience_level"), i),
                    before < 100 ? 0 : 1);
            assertThat(e.explain("experience_level", i).why()).startsWith((long) before + " runs");
            agree(
                    "is_latency_anomaly",
                    i,
                    value(e.column("is_latency_anomaly"), i),
                    naive.flag(run, List.of(Runs.Run::latencyMs)));
            agree(
                    "is_accuracy_anomaly",
                    i,
                    value(e.column("is_accuracy_anomaly"), i),
                    naive.flag(run, List.of(Runs.Run::accuracy)));
            agree(
                    "is_resource_anomaly",
                    i,
                    value(e.column("is_resource_anomaly"), i),
                    naive.flag(
                            run,
                            List.of(
                                    Runs.Run::cpu,
                                    Runs.Run::memory,
                                    r -> Math.log1p(NaiveFeatures.network(r)))));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void concurrencyOfLongRunsAgrees(int step) {
        Random random = new Random(step);
        Runs runs = new Runs();
        for (int i = 0; i < 300; i++) {
            runs.add(
                    new Runs.Run(
                            1,
                            "t",
                            Runs.MONDAY + (long) i * step * Times.SECOND,
                            1 + 60_000 * random.nextDouble(),
                            0.5));
        }
        int[] rows = IntStream.range(0, 300).toArray();
        NaiveFeatures naive = new NaiveFeatures(runs.list(), rows);
        int[] counts = Runs.ints(runs.enrich(), "concurrent_runs");
        for (int row : rows) {
            assertThat(counts[row])
                    .isEqualTo((int) naive.value("concurrent_runs", runs.list().get(row)));
        }
    }
}
