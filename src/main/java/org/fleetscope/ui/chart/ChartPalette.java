package org.fleetscope.ui.chart;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/**
 * Colours and fonts of one painting, as the style sheets have them.
 *
 * @param envelopeOpacity 0..1, of the stretch between lowest and highest against the colour of the
 *     series
 */
record ChartPalette(Map<ChartColor, Color> colors, double envelopeOpacity, Font text, Font title) {
    ChartPalette {
        colors = new EnumMap<>(colors);
    }

    Color get(ChartColor color) {
        return colors.getOrDefault(color, Color.GRAY);
    }

    Color envelope(int series) {
        return get(ChartColor.series(series)).deriveColor(0, 1, 1, envelopeOpacity);
    }

    Color series(int series) {
        return get(ChartColor.series(series));
    }
}
