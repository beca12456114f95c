package org.fleetscope.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class QuantilesTest {

    /** R: quantile(c(1,2,4,8), c(0,.25,.5,.95,1)) gives 1, 1.75, 3, 7.4, 8. */
    @Test
    void interpolatesAsTypeSeven() {
        double[] values = {8, 1, 4, 2};
        assertThat(Quantiles.of(values, 0, 4, 0, 0.25, 0.5, 0.95, 1))
                .containsExactly(new double[] {1, 1.75, 3, 7.4, 8}, within(1e-12));
    }

    @Test
    void oneValueIsEveryQuantileAndNoneIsMissing() {
        assertThat(Quantiles.of(new double[] {7}, 0, 1, 0, 0.5, 1)).containsExactly(7, 7, 7);
        assertThat(Quantiles.of(new double[] {7}, 1, 1, 0.5)).containsExactly(Double.NaN);
        assertThat(Quantiles.ofSorted(new double[0], 0, 0, 0.5)).isNaN();
    }

    @Test
    void leavesTheRestOfTheArrayAlone() {
        double[] values = {99, 3, 1, 2, -99};
        assertThat(Quantiles.median(values, 1, 4)).isEqualTo(2);
        assertThat(values[0]).isEqualTo(99);
        assertThat(values[4]).isEqualTo(-99);
    }

    static Stream<double[]> shapes() {
        Random random = new Random(7);
        Stream<IntToDoubleFunction> shapes =
                Stream.of(
                        i -> random.nextGaussian(),
                        i -> i,
                        i -> -i,
                        i -> i % 3,
                        i -> 5,
                        i -> (i * 7919) % 1000);
        return shapes.map(shape -> {
            double[] values = new double[5003];
            Arrays.setAll(values, shape);
            return values;
        });
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void selectionAgreesWithSorting(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] p = {0, 0.01, 0.25, 0.5, 0.5, 0.95, 0.99, 1};
        double[] expected =
                Arrays.stream(p)
                        .map(q -> {
                            double at = q * (sorted.length - 1);
                            int low = (int) at;
                            int high = Math.min(low + 1, sorted.length - 1);
                            return sorted[low] * (1 - (at - low)) + sorted[high] * (at - low);
                        })
                        .toArray();
        assertThat(Quantiles.of(values, 0, values.length, p))
                .containsExactly(expected, within(1e-9));
        assertThat(Arrays.stream(p).map(q -> Quantiles.ofSorted(sorted, 0, sorted.length, q)))
                .hasSize(p.length);
    }

    private static double bySorting(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }

    private static double median(double... values) {
        return Quantiles.median(values, 0, values.length);
    }

    @Test
    void medianOfFewValues() {
        assertThat(median()).isNaN();
        assertThat(median(3)).isEqualTo(3);
        assertThat(median(3, 1)).isEqualTo(2);
        assertThat(median(3, 1, 2)).isEqualTo(2);
    }

    @Test
    void medianOfAnyOrder() {
        Random random = new Random(3);
        for (int n = 1; n < 400; n++) {
            double[] spread = random.doubles(n).toArray();
            double[] tied = random.ints(n, 0, 3).asDoubleStream().toArray();
            double[] rising = DoubleStream.iterate(0, x -> x + 1).limit(n).toArray();
            double[] falling = DoubleStream.iterate(n, x -> x - 1).limit(n).toArray();
            double[] pipe =
                    DoubleStream.iterate(0, x -> x + 1)
                            .limit(n)
                            .map(x -> Math.min(x, 400 - x))
                            .toArray();
            for (double[] values : new double[][] {spread, tied, rising, falling, pipe}) {
                double expected = bySorting(values);
                assertThat(Quantiles.median(values, 0, n)).isEqualTo(expected);
            }
        }
    }

    @Test
    void quantileInterpolates() {
        // R: quantile(c(1, 2, 4, 8), 0.75) is 5
        assertThat(Quantiles.ofSorted(new double[] {1, 2, 4, 8}, 0, 4, 0.75)).isEqualTo(5);
        assertThat(Quantiles.ofSorted(new double[] {1, 2, 4, 8}, 0, 4, 1)).isEqualTo(8);
        assertThat(Quantiles.ofSorted(new double[] {7}, 0, 1, 0.5)).isEqualTo(7);
    }
}
