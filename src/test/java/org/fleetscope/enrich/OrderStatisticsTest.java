package org.fleetscope.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class OrderStatisticsTest {
    private static double bySorting(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }

    @Test
    void medianOfFewValues() {
        assertThat(Quantiles.median(new double[0])).isNaN();
        assertThat(Quantiles.median(new double[] {3})).isEqualTo(3);
        assertThat(Quantiles.median(new double[] {3, 1})).isEqualTo(2);
        assertThat(Quantiles.median(new double[] {3, 1, 2})).isEqualTo(2);
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
                assertThat(Quantiles.median(values)).isEqualTo(expected);
            }
        }
    }

    @Test
    void quantileInterpolates() {
        // R: quantile(c(1, 2, 4, 8), 0.75) is 5
        assertThat(Quantiles.ofSorted(new double[] {1, 2, 4, 8}, 0.75)).isEqualTo(5);
        assertThat(Quantiles.ofSorted(new double[] {1, 2, 4, 8}, 1)).isEqualTo(8);
        assertThat(Quantiles.ofSorted(new double[] {7}, 0.5)).isEqualTo(7);
    }

    @Test
    void ranksOfAnyDistribution() {
        Random random = new Random(4);
        double[] skewed = random.doubles(3000).map(x -> Math.exp(40 * x)).toArray();
        double[] tied = random.ints(3000, 0, 5).asDoubleStream().toArray();
        double[] same = DoubleStream.generate(() -> 0.3).limit(50).toArray();
        for (double[] values : new double[][] {skewed, tied, same}) {
            Ranks ranks = new Ranks(values.clone());
            for (int i = 0; i < values.length; i += 7) {
                double value = values[i];
                long below = DoubleStream.of(values).filter(x -> x < value).count();
                long equal = DoubleStream.of(values).filter(x -> x == value).count();
                assertThat(ranks.below(value)).isEqualTo((int) below);
                assertThat(ranks.notAbove(value)).isEqualTo((int) (below + equal));
                assertThat(ranks.percentile(value))
                        .isEqualTo(100 * (below + 0.5 * equal) / values.length);
            }
        }
    }
}
