package org.fleetscope.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.fleetscope.model.TimeRange;
import org.junit.jupiter.api.Test;

class TimeWindowTest {
    private static final TimeRange BOUNDS = new TimeRange(0, 100_000);

    @Test
    void zoomingKeepsTheTimeUnderThePointer() {
        TimeWindow window = TimeWindow.of(new TimeRange(20_000, 60_000), BOUNDS).zoom(30_000, 0.5);
        // 30 000 was a quarter from the left and still is.
        assertThat(window.range()).isEqualTo(new TimeRange(25_000, 45_000));
    }

    @Test
    void zoomingOutEndsAtTheBounds() {
        TimeWindow window = TimeWindow.of(new TimeRange(20_000, 60_000), BOUNDS).zoom(20_000, 100);
        assertThat(window.range()).isEqualTo(BOUNDS);
    }

    @Test
    void zoomingInEndsAtTheShortestStretch() {
        TimeWindow window = TimeWindow.of(BOUNDS, BOUNDS).zoom(50_000, 1e-9);
        assertThat(window.range().length()).isEqualTo(TimeWindow.SHORTEST);
    }

    @Test
    void panningStopsAtTheBoundsAndKeepsTheLength() {
        TimeWindow window = TimeWindow.of(new TimeRange(20_000, 60_000), BOUNDS);
        assertThat(window.pan(10_000).range()).isEqualTo(new TimeRange(30_000, 70_000));
        assertThat(window.pan(90_000).range()).isEqualTo(new TimeRange(60_000, 100_000));
        assertThat(window.pan(-90_000).range()).isEqualTo(new TimeRange(0, 40_000));
        assertThat(window.pan(90_000).reset().range()).isEqualTo(BOUNDS);
    }

    @Test
    void boundsOfASingleInstantCanBeShown() {
        TimeWindow window = TimeWindow.of(new TimeRange(7000, 7000), new TimeRange(7000, 7000));
        assertThat(window.range().contains(7000)).isTrue();
        assertThat(window.range().length()).isEqualTo(TimeWindow.SHORTEST);
    }
}
