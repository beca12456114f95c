package org.fleetscope.ui.chart;

import org.fleetscope.model.Severity;

/**
 * Outline of a marker: circle, triangle, diamond and cross in rising severity, so that the band
 * reads without colour too.
 *
 * @param xs offsets from the middle, px
 * @param ys offsets from the middle, px, downwards
 */
record MarkerShape(double[] xs, double[] ys) {
    private static final int CIRCLE_CORNERS = 16;

    static MarkerShape of(Severity band) {
        return switch (band) {
            case LOW -> circle(3);
            case MINOR ->
                    new MarkerShape(new double[] {0, 4.8, -4.8}, new double[] {-4.8, 3.6, 3.6});
            case MAJOR ->
                    new MarkerShape(new double[] {0, 5.2, 0, -5.2}, new double[] {-5.2, 0, 5.2, 0});
            case CRITICAL -> cross(5.6, 2.4);
        };
    }

    private static MarkerShape circle(double radius) {
        double[] xs = new double[CIRCLE_CORNERS];
        double[] ys = new double[CIRCLE_CORNERS];
        for (int i = 0; i < CIRCLE_CORNERS; i++) {
            double angle = 2 * Math.PI * i / CIRCLE_CORNERS;
            xs[i] = radius * Math.cos(angle);
            ys[i] = radius * Math.sin(angle);
        }
        return new MarkerShape(xs, ys);
    }

    /** A diagonal cross that reaches {@code r}, its notches {@code n} from the middle. */
    private static MarkerShape cross(double r, double n) {
        double in = r - n;
        return new MarkerShape(
                new double[] {-r, -in, 0, in, r, n, r, in, 0, -in, -r, -n},
                new double[] {-in, -r, -n, -r, -in, 0, in, r, n, r, in, 0});
    }

    int corners() {
        return xs.length;
    }

    double[] xsAt(double x) {
        return moved(xs, x);
    }

    double[] ysAt(double y) {
        return moved(ys, y);
    }

    private static double[] moved(double[] values, double by) {
        double[] moved = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            moved[i] = values[i] + by;
        }
        return moved;
    }
}
