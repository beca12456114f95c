package org.fleetscope.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.fleetscope.analysis.QuantileSketch;
import org.fleetscope.job.JobContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sketches as windows store them, merged, against the exact quantiles of Commons Math. */
final class MergedQuantileTest {
    private static final double[] PROBABILITIES = {0, 0.001, 0.25, 0.5, 0.9, 0.95, 0.99, 0.999, 1};

    @TempDir private Path folder;

    @Test
    void mergedSketchesAreWithinOnePercentOfTheQuantilesOfAllValues() throws Exception {
        Random random = new Random(4);
        List<DoubleSupplier> shapes =
                List.of(
                        // Pareto with an infinite mean, log-normal, many ties, one value, both
                        // signs.
                        () -> 5 / Math.pow(1 - random.nextDouble(), 1.25),
                        () -> Math.exp(4 + 2.5 * random.nextGaussian()),
                        () -> 1 + random.nextInt(4),
                        () -> 120.5,
                        () -> 1000 * random.nextGaussian(),
                        () -> random.nextInt(3) - 1,
                        () -> Double.MIN_NORMAL * random.nextInt(100));
        for (DoubleSupplier shape : shapes) {
            for (int n : new int[] {1, 2, 3, 7, 100, 5000}) {
                double[] values = new double[n];
                Arrays.setAll(values, i -> shape.getAsDouble());
                List<byte[]> windows = windows(values, random);
                for (double p : PROBABILITIES) {
                    double exact = exact(values, p);
                    assertThat(merged(windows, p))
                            .as("%d values, p = %s", n, p)
                            .isNotNull()
                            .satisfies(value ->
                                    assertThat(value)
                                            .isCloseTo(exact, within(tolerance(values, p))));
                }
            }
        }
    }

    /** One percent of what is interpolated between; where signs differ, of both neighbours. */
    private static double tolerance(double[] values, double p) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double rank = p * (values.length - 1);
        double low = Math.abs(sorted[(int) Math.floor(rank)]);
        double high = Math.abs(sorted[(int) Math.ceil(rank)]);
        double share = rank - Math.floor(rank);
        return 0.01 * (low + share * (high - low)) * (1 + 1e-9) + 1e-300;
    }

    private static double exact(double[] values, double p) {
        if (p == 0) {
            return Arrays.stream(values).min().orElseThrow();
        }
        return new Percentile(100 * p)
                .withEstimationType(Percentile.EstimationType.R_7)
                .evaluate(values);
    }

    @Test
    void theOrderAndGroupingOfMergesDoesNotMatter() throws Exception {
        Random random = new Random(9);
        double[] values = random.doubles(3000, 1, 300_000).toArray();
        List<byte[]> one = windows(values, random);
        List<byte[]> other = windows(values, random);
        byte[] whole = sketch(values);
        for (double p : PROBABILITIES) {
            assertThat(merged(one, p))
                    .isEqualTo(merged(other, p))
                    .isEqualTo(merged(one.reversed(), p))
                    .isEqualTo(merged(List.of(whole), p));
        }
    }

    @Test
    void aWindowWithoutValuesHasNoSketchAndAddsNothing() throws Exception {
        assertThat(QuantileSketch.ofSorted(new double[3], 1, 1)).isEmpty();
        MergedQuantile none = new MergedQuantile();
        none.add(new @Nullable Object[] {null, 0.5});
        assertThat(none.getResult()).isNull();
        assertThat(new MergedQuantile().getResult()).isNull();
        none.add(new Object[] {sketch(100), 0.5});
        none.add(new @Nullable Object[] {null, 0.5});
        assertThat((Double) none.getResult()).isCloseTo(100, within(1.0));
    }

    @Test
    void sketchesOfShortWindowsTakeFewBytes() {
        // 18 for the bounds of the bins, 2 to begin with, and 2 to 4 a distinct value.
        assertThat(sketch(100)).hasSizeLessThan(25);
        assertThat(sketch(90, 120, 150)).hasSizeLessThan(32);
    }

    @Test
    void queriesMergeThem() throws IOException {
        String one = literal(sketch(10, 20, 30));
        String other = literal(sketch(40));
        try (H2Store store = H2Store.open(folder)) {
            String sql =
                    "SELECT g, kpi.merged_quantile(s, 0.5) FROM (VALUES (1, %s), (1, %s), (2, %s), (3,"
                            + " CAST(NULL AS VARBINARY))) AS t(g, s) GROUP BY g ORDER BY g";
            List<List<@Nullable Object>> rows =
                    store.query(sql.formatted(one, other, other), 9, JobContext.NONE).rows();
            assertThat(rows).hasSize(3);
            assertThat((Double) rows.get(0).get(1)).isCloseTo(25, within(0.25));
            assertThat((Double) rows.get(1).get(1)).isCloseTo(40, within(0.4));
            assertThat(rows.get(2).get(1)).isNull();
            assertThat(store.query("VALUES (X'0aff')", 1, JobContext.NONE).rows())
                    .containsExactly(List.of("0aff"));
        }
    }

    @Test
    void whatIsNoSketchOrProbabilityIsNamed() throws IOException {
        try (H2Store store = H2Store.open(folder)) {
            assertFails(store, "X'0102'", "0.5", "no sketch");
            assertFails(store, "'a'", "0.5", "takes a latency_sketch");
            assertFails(store, literal(sketch(1)), "95", "probability from 0 to 1, not 95");
            assertFails(store, literal(sketch(1)), "NULL", "probability from 0 to 1");
        }
    }

    private static void assertFails(H2Store store, String sketch, String p, String message) {
        assertThatThrownBy(() ->
                        store.query(
                                "SELECT kpi.merged_quantile(%s, %s)".formatted(sketch, p),
                                1,
                                JobContext.NONE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(message);
    }

    private static String literal(byte[] sketch) {
        return "X'" + HexFormat.of().formatHex(sketch) + "'";
    }

    private static @Nullable Double merged(List<byte[]> sketches, double p) throws Exception {
        MergedQuantile quantile = new MergedQuantile();
        for (byte[] sketch : sketches) {
            quantile.add(new Object[] {sketch, p});
        }
        return (Double) quantile.getResult();
    }

    /** Sketches of stretches of random lengths, many of one value. */
    private static List<byte[]> windows(double[] values, Random random) {
        List<byte[]> windows = new ArrayList<>();
        int from = 0;
        while (from < values.length) {
            int to = Math.min(values.length, from + 1 + random.nextInt(1 + values.length / 10));
            windows.add(sketch(Arrays.copyOfRange(values, from, to)));
            from = to;
        }
        return windows;
    }

    private static byte[] sketch(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return QuantileSketch.ofSorted(sorted, 0, sorted.length);
    }
}
