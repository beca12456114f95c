package org.fleetscope.ui.chart;

import java.util.List;
import org.fleetscope.model.Severity;

/** Colours a chart paints with, each under the name of its style sheet property. */
enum ChartColor {
    SERIES_1("-fs-chart-series-1"),
    SERIES_2("-fs-chart-series-2"),
    SERIES_3("-fs-chart-series-3"),
    SERIES_4("-fs-chart-series-4"),
    SERIES_5("-fs-chart-series-5"),
    SERIES_6("-fs-chart-series-6"),
    PLOT_BACKGROUND("-fs-chart-plot-background"),
    GRID("-fs-chart-grid"),
    AXIS_TEXT("-fs-chart-axis-text"),
    TITLE_TEXT("-fs-chart-title-text"),
    BAND("-fs-chart-band"),
    BAND_2("-fs-chart-band-2"),
    TYPICAL("-fs-chart-typical"),
    SHADE("-fs-chart-shade"),
    CROSSHAIR("-fs-chart-crosshair"),
    CURSOR("-fs-chart-cursor"),
    BRUSH("-fs-chart-brush"),
    BRUSH_EDGE("-fs-chart-brush-edge"),
    NOTE("-fs-chart-note"),
    READOUT_BACKGROUND("-fs-chart-readout-background"),
    READOUT_TEXT("-fs-chart-readout-text"),
    SEVERITY_LOW("-fs-chart-severity-low"),
    SEVERITY_MINOR("-fs-chart-severity-minor"),
    SEVERITY_MAJOR("-fs-chart-severity-major"),
    SEVERITY_CRITICAL("-fs-chart-severity-critical");

    private static final List<ChartColor> SERIES =
            List.of(SERIES_1, SERIES_2, SERIES_3, SERIES_4, SERIES_5, SERIES_6);

    private final String property;

    ChartColor(String property) {
        this.property = property;
    }

    String property() {
        return property;
    }

    static ChartColor series(int index) {
        return SERIES.get(Math.floorMod(index, SERIES.size()));
    }

    static ChartColor severity(Severity band) {
        return switch (band) {
            case LOW -> SEVERITY_LOW;
            case MINOR -> SEVERITY_MINOR;
            case MAJOR -> SEVERITY_MAJOR;
            case CRITICAL -> SEVERITY_CRITICAL;
        };
    }
}
