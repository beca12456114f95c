package org.fleetscope.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.fleetscope.model.Unit;
import org.junit.jupiter.api.Test;

class ValueFormatTest {
    @Test
    void axisLabelsAreAsFineAsTheirStep() {
        assertThat(axis(Unit.FRACTION, 0, 1).axis(0.4)).isEqualTo("40%");
        assertThat(axis(Unit.FRACTION, 0.99, 1).axis(0.994)).isEqualTo("99.4%");
        assertThat(axis(Unit.MILLISECONDS, 0, 8000).axis(6000)).isEqualTo("6\u202f000");
        assertThat(axis(Unit.NONE, -1, 1).axis(-0.5)).isEqualTo("−0.5");
        assertThat(axis(Unit.NONE, -1, 1).axis(-1e-17)).isEqualTo("0.0");
    }

    @Test
    void largeValuesChangeTheUnit() {
        assertThat(axis(Unit.BYTES, 0, 4e6).symbol()).isEqualTo("MB");
        assertThat(axis(Unit.BYTES, 0, 4e6).axis(2e6)).isEqualTo("2");
        assertThat(axis(Unit.MILLISECONDS, 0, 40_000).symbol()).isEqualTo("s");
    }

    private static ValueFormat axis(Unit unit, double low, double high) {
        return ValueFormat.of(unit, NiceTicks.linear(low, high, 5));
    }
}
