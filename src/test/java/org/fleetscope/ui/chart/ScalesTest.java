package org.fleetscope.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.fleetscope.model.TimeRange;
import org.junit.jupiter.api.Test;

class ScalesTest {
    private static final long NOON = 1_773_748_800_000_000L;

    @Test
    void timesAndPixelsAreProportional() {
        TimeScale scale = new TimeScale(new TimeRange(1000, 3000), 50, 400);
        assertThat(scale.toX(1000)).isEqualTo(50);
        assertThat(scale.toX(2000)).isEqualTo(250);
        assertThat(scale.toX(3000)).isEqualTo(450);
        assertThat(scale.toTime(150)).isEqualTo(1500);
        assertThat(scale.microsPerPixel()).isEqualTo(5);
        assertThat(scale.pixelsOf(500)).isEqualTo(100);
    }

    @Test
    void everyPixelComesBackThroughItsTime() {
        TimeScale scale = new TimeScale(new TimeRange(NOON, NOON + 86_400_000_000L), 57, 1113);
        for (double x = 57; x <= 57 + 1113; x += 0.5) {
            assertThat(scale.toX(scale.toTime(x))).isCloseTo(x, within(1e-6));
        }
    }

    @Test
    void anEmptyScaleIsRefused() {
        assertThatThrownBy(() -> new TimeScale(new TimeRange(5, 5), 0, 10))
                .hasMessageContaining("empty time scale");
        assertThatThrownBy(() -> new ValueScale(0, 1, 0, 10, true)).hasMessageContaining("log");
    }

    @Test
    void linearValuesGrowUpwards() {
        ValueScale scale = new ValueScale(0, 200, 10, 100, false);
        assertThat(scale.toY(0)).isEqualTo(110);
        assertThat(scale.toY(50)).isEqualTo(85);
        assertThat(scale.toY(200)).isEqualTo(10);
        assertThat(scale.toY(Double.NaN)).isNaN();
        assertThat(scale.toValue(85)).isEqualTo(50);
    }

    @Test
    void aDecadeIsAsHighAsTheNextOnALogarithmicScale() {
        ValueScale scale = new ValueScale(1, 1000, 0, 300, true);
        assertThat(scale.toY(1)).isEqualTo(300);
        assertThat(scale.toY(10)).isCloseTo(200, within(1e-9));
        assertThat(scale.toY(100)).isCloseTo(100, within(1e-9));
        assertThat(scale.toY(0)).isEqualTo(300);
        assertThat(scale.toY(Double.NaN)).isNaN();
        assertThat(scale.toValue(100)).isCloseTo(100, within(1e-9));
    }
}
