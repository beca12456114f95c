package org.fleetscope.ui.chart;

import java.util.Map;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import org.fleetscope.model.TimeRange;
import org.fleetscope.model.Unit;

/** A plot of 100 × 100 px at (0, 0) over the times 0..1000 µs and the values 0..10. */
final class Plots {
    static final ChartPalette PALETTE =
            new ChartPalette(
                    Map.of(
                            ChartColor.SERIES_1, Color.BLUE,
                            ChartColor.SEVERITY_LOW, Color.GRAY,
                            ChartColor.SEVERITY_MINOR, Color.YELLOW,
                            ChartColor.SEVERITY_MAJOR, Color.ORANGE,
                            ChartColor.SEVERITY_CRITICAL, Color.RED),
                    0.5,
                    Font.font(11),
                    Font.font(13));

    private Plots() {}

    static Plot on(Surface surface) {
        return new Plot(
                surface,
                new Box(0, 0, 100, 100),
                new TimeScale(new TimeRange(0, 1000), 0, 100),
                new ValueScale(0, 10, 0, 100, false),
                format(),
                PALETTE);
    }

    static ValueFormat format() {
        return ValueFormat.of(Unit.MILLISECONDS, NiceTicks.linear(0, 10, 5));
    }
}
