package org.fleetscope.ui.chart;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** Measures texts. UI thread only. */
final class TextRuler {
    private final Text text = new Text();

    /** Width of a text, px. */
    double width(String measured, Font font) {
        text.setFont(font);
        text.setText(measured);
        return text.getLayoutBounds().getWidth();
    }
}
