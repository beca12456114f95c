package org.fleetscope.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fleetscope.model.TimeRange;
import org.fleetscope.model.Unit;
import org.junit.jupiter.api.Test;

class NiceTicksTest {
    @Test
    void stepsAreOneTwoOrFiveTimesAPowerOfTen() {
        assertThat(NiceTicks.step(0.7)).isEqualTo(1);
        assertThat(NiceTicks.step(1)).isEqualTo(1);
        assertThat(NiceTicks.step(1.1)).isEqualTo(2);
        assertThat(NiceTicks.step(23)).isEqualTo(50);
        assertThat(NiceTicks.step(51)).isEqualTo(100);
    }

    @Test
    void ticksAreMultiplesOfTheStepInsideARangeOfHalfSteps() {
        // 0.73..0.99 in two: a step of 0.2, half of it 0.1.
        NiceTicks ticks = NiceTicks.linear(0.73, 0.99, 2);
        assertThat(ticks.low()).isEqualTo(0.7);
        assertThat(ticks.high()).isEqualTo(1.0);
        assertThat(ticks.values()).isEqualTo(List.of(0.8, 1.0));
    }

    @Test
    void valuesCarryNoRoundingNoise() {
        assertThat(NiceTicks.linear(0, 0.5, 5).values())
                .isEqualTo(List.of(0.0, 0.1, 0.2, 0.3, 0.4, 0.5));
    }

    @Test
    void anEmptyRangeIsWidened() {
        NiceTicks ticks = NiceTicks.linear(5, 5, 4);
        assertThat(ticks.low()).isLessThan(5);
        assertThat(ticks.high()).isGreaterThan(5);
        assertThat(NiceTicks.linear(0, 0, 4).low()).isZero();
    }

    @Test
    void logarithmicTicksStandAtOneTwoFiveWhileThereAreFewDecades() {
        assertThat(NiceTicks.log(30, 700, 6).values())
                .isEqualTo(List.of(20.0, 50.0, 100.0, 200.0, 500.0, 1000.0));
        assertThat(NiceTicks.log(3, 40_000, 4).values())
                .isEqualTo(List.of(1.0, 10.0, 100.0, 1000.0, 10_000.0, 100_000.0));
    }

    @Test
    void aTrackStartsAtZeroWhenItsValuesComeNearIt() {
        assertThat(extent(Unit.MILLISECONDS, 30, 100).low()).isZero();
        assertThat(extent(Unit.MILLISECONDS, 80, 100).low()).isEqualTo(80);
        assertThat(extent(Unit.FRACTION, -0.2, 1.3).low()).isZero();
        assertThat(extent(Unit.FRACTION, -0.2, 1.3).high()).isEqualTo(1);
        assertThat(extent(Unit.NONE, -3, 3).low()).isEqualTo(-3);
    }

    @Test
    void aTrackWithoutValuesStillHasAnAxis() {
        NiceTicks ticks = extent(Unit.COUNT, Double.NaN, Double.NaN);
        assertThat(ticks.low()).isZero();
        assertThat(ticks.high()).isEqualTo(1);
    }

    private static NiceTicks extent(Unit unit, double low, double high) {
        ChartLayer line = new ChartLayer.Line("", new long[] {0, 1}, new double[] {low, high}, 0);
        ChartLayer shade = new ChartLayer.Shade(new TimeRange(0, 1));
        return ValueExtent.of(new ChartTrack("t", "T", unit, List.of(shade, line), 1))
                .ticks(unit, false, 4);
    }
}
