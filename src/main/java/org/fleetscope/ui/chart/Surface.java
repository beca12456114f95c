package org.fleetscope.ui.chart;

import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/**
 * What painters draw on, in the chart's pixels. Straight lines and rectangles lie on whole device
 * pixels.
 */
interface Surface {
    /** Where a text stands against its x. */
    enum Align {
        LEFT,
        CENTER,
        RIGHT
    }

    void rect(double x, double y, double width, double height, Color color);

    /** One device pixel high. */
    void horizontal(double x1, double x2, double y, Color color);

    /** One device pixel wide. */
    void vertical(double x, double y1, double y2, Color color);

    void polyline(double[] xs, double[] ys, int count, Color color, double width);

    void polygon(double[] xs, double[] ys, int count, Color color);

    void outline(double[] xs, double[] ys, int count, Color color, double width);

    void circle(double x, double y, double radius, Color color);

    /**
     * @param middle vertical middle of the text
     */
    void text(String text, double x, double middle, Align align, Font font, Color color);

    double textWidth(String text, Font font);

    /** Draws what {@code painting} draws, but only inside the box. */
    void clipped(Box box, Runnable painting);
}
