package org.fleetscope.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KolmogorovSmirnovTest {
    /** The definition: the distance of the shares at or below each value, O((n + m)²). */
    static double naive(double[] one, double[] other) {
        double largest = 0;
        for (double[] sample : new double[][] {one, other}) {
            for (double x : sample) {
                double distance = Math.abs(share(one, x) - share(other, x));
                largest = Math.max(largest, distance);
            }
        }
        return largest;
    }

    private static double share(double[] sample, double x) {
        int count = 0;
        for (double value : sample) {
            count += value <= x ? 1 : 0;
        }
        return (double) count / sample.length;
    }

    @Test
    void theDistanceIsThatOfTheDefinition() {
        Random random = new Random(11);
        for (int round = 0; round < 300; round++) {
            double[] one = sample(random, 1 + random.nextInt(40));
            double[] other = sample(random, 1 + random.nextInt(60));

            assertThat(KolmogorovSmirnov.of(one, other).d())
                    .isCloseTo(naive(one, other), within(1e-12));
        }
    }

    /** Values on a grid now and then, so that ties occur within and across samples. */
    private static double[] sample(Random random, int size) {
        boolean coarse = random.nextBoolean();
        double shift = random.nextInt(3) * 0.5;
        return IntStream.range(0, size)
                .mapToDouble(
                        i -> coarse ? random.nextInt(6) + shift : random.nextGaussian() + shift)
                .toArray();
    }

    /** Values of Kolmogorov's distribution from published tables. */
    @ParameterizedTest
    @CsvSource({"1.2238, 0.10", "1.3581, 0.05", "1.6276, 0.01", "1.9495, 0.001"})
    void theTailHasThePublishedPoints(double lambda, double p) {
        assertThat(KolmogorovSmirnov.tail(lambda)).isCloseTo(p, within(2e-4 * p + 1e-5));
    }

    @Test
    void equalSamplesAreNotToldApartAndApartOnesAre() {
        double[] same = IntStream.range(0, 100).asDoubleStream().toArray();
        double[] far = IntStream.range(200, 300).asDoubleStream().toArray();

        assertThat(KolmogorovSmirnov.of(same, same)).isEqualTo(new KolmogorovSmirnov(0, 1));
        assertThat(KolmogorovSmirnov.of(same, far).d()).isEqualTo(1);
        assertThat(KolmogorovSmirnov.of(same, far).p()).isLessThan(1e-40);
    }

    @Test
    void missingValuesAreLeftOutAndAnEmptySampleSaysNothing() {
        double[] with = {1, Double.NaN, 2, 3};
        assertThat(KolmogorovSmirnov.of(with, new double[] {1, 2, 3}).d()).isZero();
        assertThat(KolmogorovSmirnov.of(new double[] {Double.NaN}, with).d()).isNaN();
        assertThat(KolmogorovSmirnov.of(with, new double[0]).p()).isNaN();
        assertThat(KolmogorovSmirnov.canReach(0, 5, 0.9)).isFalse();
    }

    @Test
    void smallSamplesCannotReachASmallProbability() {
        assertThat(KolmogorovSmirnov.canReach(2, 1_000_000, 0.001)).isFalse();
        assertThat(KolmogorovSmirnov.canReach(20, 20, 0.001)).isTrue();
    }
}
