package org.fleetscope.analysis.novelty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesNoveltyTest {
    private static final long MINUTE = 60_000_000L;
    private static final NoveltySettings SMALL = new NoveltySettings(6, 40, 0.05, 15);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void scoresAreThoseOfTheDefinition(long seed) {
        double[] values = noisyDays(seed, 400, 24);
        double[] expected = new NaiveNovelty(SMALL, values, 24).scores();

        double[] scores = scores(SMALL, values, 60 * MINUTE);

        assertThat(Arrays.stream(expected).filter(score -> score > 0).count()).isPositive();
        assertThat(scores).containsExactly(expected, within(1e-9));
    }

    @Test
    void aSeriesWithoutTimesHasNoDailyDifference() {
        double[] values = noisyDays(7, 400, 24);

        assertThat(scores(SMALL, values, 0))
                .containsExactly(new NaiveNovelty(SMALL, values, 0).scores(), within(1e-9));
    }

    @Test
    void aScoreDependsOnNothingThatComesLater() {
        double[] values = noisyDays(11, 1000, 144);
        double[] whole = scores(NoveltySettings.DEFAULTS, values, 10 * MINUTE);

        double[] start = scores(NoveltySettings.DEFAULTS, Arrays.copyOf(values, 600), 10 * MINUTE);

        assertThat(start).containsExactly(Arrays.copyOf(whole, 600));
    }

    @Test
    void theFirstChangeOfAConstantIsAsNovelAsCanBe() {
        double[] values = new double[300];
        Arrays.fill(values, 0.1);
        values[250] = 0.2;

        double[] scores = scores(NoveltySettings.DEFAULTS, values, MINUTE);

        assertThat(scores[250]).isCloseTo(1, within(1e-9));
        assertThat(Arrays.stream(scores).filter(score -> score > 0)).hasSize(1);
    }

    @Test
    void nothingIsReportedWhileItLearnsAndInTheHoldOff() {
        double[] values = new double[200];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 7 + (i == 20 || i == 100 || i == 110 || i == 160 ? 100 * i : 0);
        }

        double[] scores = scores(SMALL, values, MINUTE);

        assertThat(scores[20]).isZero();
        assertThat(scores[100]).isPositive();
        assertThat(scores[110]).isZero();
        assertThat(scores[160]).isPositive();
    }

    @Test
    void missingValuesScoreNothingAndAreNotLearnt() {
        double[] values = noisyDays(3, 400, 24);
        double[] withGaps = values.clone();
        withGaps[200] = Double.NaN;
        withGaps[201] = Double.POSITIVE_INFINITY;

        double[] scores = scores(SMALL, withGaps, 0);

        assertThat(scores[200]).isZero();
        assertThat(scores[201]).isZero();
        assertThat(Arrays.copyOf(scores, 200))
                .containsExactly(Arrays.copyOf(scores(SMALL, values, 0), 200));
        assertThat(Arrays.stream(scores).allMatch(Double::isFinite)).isTrue();
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new NoveltySettings(1, 10, 0.1, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new NoveltySettings(2, 10, Double.NaN, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static double[] noisyDays(long seed, int rows, int perDay) {
        Random random = new Random(seed);
        double[] values = new double[rows];
        for (int i = 0; i < rows; i++) {
            values[i] = 10 * Math.sin(2 * Math.PI * i / perDay) + random.nextGaussian();
        }
        values[rows * 3 / 4] += 30;
        return values;
    }

    private static double[] scores(NoveltySettings settings, double[] values, long step) {
        SeriesNovelty novelty = new SeriesNovelty(settings);
        double[] scores = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            scores[i] = novelty.next(i * step, values[i]);
        }
        return scores;
    }
}
