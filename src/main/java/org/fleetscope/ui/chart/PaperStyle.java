package org.fleetscope.ui.chart;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;

/** Colours and fonts of the light theme, whatever theme the window has. */
final class PaperStyle {
    private static final String DARK = "-dark.css";

    private PaperStyle() {}

    /** From the sheets of the scene that a chart stands in, without those of the dark theme. */
    static ChartPalette of(TimeChart shown) {
        List<String> sheets =
                shown.getScene().getStylesheets().stream()
                        .filter(sheet -> !sheet.endsWith(DARK))
                        .toList();
        TimeChart unseen = new TimeChart();
        StackPane root = new StackPane(unseen);
        new Scene(root).getStylesheets().setAll(sheets);
        root.applyCss();
        return unseen.palette();
    }
}
