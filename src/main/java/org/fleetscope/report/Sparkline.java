package org.fleetscope.report;

import java.util.Arrays;

/** A small line without axes. */
final class Sparkline {
    private static final double WIDTH = 120;
    private static final double HEIGHT = 26;
    private static final double MARGIN = 2;

    private Sparkline() {}

    /** Draws nothing when no value is there. */
    static void draw(double[] values, Html out) {
        double min = Arrays.stream(values).filter(Double::isFinite).min().orElse(Double.NaN);
        double max = Arrays.stream(values).filter(Double::isFinite).max().orElse(Double.NaN);
        if (Double.isNaN(min)) {
            return;
        }
        double[] x = new double[values.length];
        double[] y = new double[values.length];
        double span = max > min ? max - min : 1;
        for (int i = 0; i < values.length; i++) {
            x[i] = MARGIN + (WIDTH - 2 * MARGIN) * i / Math.max(1, values.length - 1);
            y[i] =
                    Double.isFinite(values[i])
                            ? MARGIN
                                    + (HEIGHT - 2 * MARGIN)
                                            * (max > min ? (max - values[i]) / span : 0.5)
                            : Double.NaN;
        }
        out.raw(
                "<svg class=\"spark\" viewBox=\"0 0 "
                        + Svg.at(WIDTH)
                        + " "
                        + Svg.at(HEIGHT)
                        + "\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><path d=\""
                        + Svg.path(x, y)
                        + "\"/></svg>");
    }
}
