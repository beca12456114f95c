package org.fleetscope.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.stat.inference.TestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangePointsTest {
    private static double[] noise(long seed, int n) {
        Random random = new Random(seed);
        double[] values = new double[n];
        Arrays.setAll(values, i -> random.nextGaussian());
        return values;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void noiseHasNoChange(long seed) {
        assertThat(ChangePoints.of(noise(seed, 300), 6, 1e-4, 0.5)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aStepIsFoundWhereItIs(long seed) {
        double[] values = noise(seed, 200);
        for (int i = 120; i < 200; i++) {
            values[i] += 4;
        }
        List<ChangePoints.Change> changes = ChangePoints.of(values, 6, 1e-4, 1.5);
        assertThat(changes).hasSize(1);
        ChangePoints.Change change = changes.getFirst();
        assertThat(change.at()).isBetween(118, 122);
        double[] before = Arrays.copyOfRange(values, 0, change.at());
        double[] after = Arrays.copyOfRange(values, change.at(), 200);
        // Welch's test by another library, times the 189 splits there were to choose from.
        assertThat(change.p()).isCloseTo(TestUtils.tTest(before, after) * 189, within(1e-12));
        assertThat(change.effect()).isBetween(3.3, 4.7);
    }

    @Test
    void upAndDownAgainAreTwoChangesInOrder() {
        double[] values = noise(3, 240);
        for (int i = 80; i < 140; i++) {
            values[i] -= 5;
        }
        List<ChangePoints.Change> changes = ChangePoints.of(values, 6, 1e-4, 1.5);
        assertThat(changes).extracting(ChangePoints.Change::at).containsExactly(80, 140);
        assertThat(changes.get(0).effect()).isNegative();
        assertThat(changes.get(1).effect()).isPositive();
    }

    /** A bump of 12 in 600 moves no mean of the whole by much: it shows in a part only. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aShortBumpInALongSeriesIsTwoChanges(long seed) {
        double[] values = noise(seed, 600);
        for (int i = 250; i < 262; i++) {
            values[i] += 5;
        }
        List<ChangePoints.Change> changes = ChangePoints.of(values, 6, 1e-4, 1.5);
        assertThat(changes).hasSize(2);
        assertThat(changes.get(0).at()).isBetween(248, 252);
        assertThat(changes.get(1).at()).isBetween(260, 264);
        assertThat(changes.get(0).effect()).isPositive();
        assertThat(changes.get(1).effect()).isNegative();
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void longNoiseHasNoChangeInAnyPartEither(long seed) {
        assertThat(ChangePoints.of(noise(seed, 3000), 6, 1e-4, 0.5)).isEmpty();
    }

    @Test
    void aSpikeIsNoChange() {
        double[] values = noise(4, 200);
        values[100] += 50;
        assertThat(ChangePoints.of(values, 6, 1e-4, 1.5)).isEmpty();
    }

    @Test
    void constantsAndShortSeries() {
        assertThat(ChangePoints.of(new double[100], 6, 1e-4, 1.5)).isEmpty();
        assertThat(ChangePoints.of(new double[0], 6, 1e-4, 1.5)).isEmpty();
        double[] step = new double[12];
        Arrays.fill(step, 6, 12, 1);
        assertThat(ChangePoints.of(step, 6, 1e-4, 1.5)).hasSize(1);
        assertThat(ChangePoints.of(step, 7, 1e-4, 1.5)).isEmpty();
    }
}
