package org.fleetscope.ui.chart;

import java.util.Arrays;
import javafx.scene.paint.Color;

/** Collects vertices and draws them as lines that break where a value is missing. */
final class Polyline {
    private static final double WIDTH = 1.25;

    private final Surface surface;
    private final Color color;
    private double[] xs = new double[256];
    private double[] ys = new double[256];
    private int count;

    Polyline(Surface surface, Color color) {
        this.surface = surface;
        this.color = color;
    }

    /** Adds a vertex; a y of NaN ends the line before it. */
    void add(double x, double y) {
        if (Double.isNaN(y)) {
            end();
            return;
        }
        if (count == xs.length) {
            xs = Arrays.copyOf(xs, count * 2);
            ys = Arrays.copyOf(ys, count * 2);
        }
        xs[count] = x;
        ys[count++] = y;
    }

    /** Draws what has been collected; a single vertex becomes a dot. */
    void end() {
        if (count == 1) {
            surface.circle(xs[0], ys[0], WIDTH, color);
        } else if (count > 1) {
            surface.polyline(xs, ys, count, color, WIDTH);
        }
        count = 0;
    }
}
