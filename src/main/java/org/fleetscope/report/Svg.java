package org.fleetscope.report;

/** Coordinates and paths of SVG. */
final class Svg {
    private Svg() {}

    /** A coordinate to a tenth of a pixel, without a needless decimal. */
    static String at(double value) {
        long tenths = Math.round(value * 10);
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : Double.toString(tenths / 10.0);
    }

    /** A line through points; it breaks where y is NaN, and a lone point becomes a short dash. */
    static String path(double[] x, double[] y) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < x.length; i++) {
            if (Double.isNaN(y[i])) {
                continue;
            }
            boolean starts = i == 0 || Double.isNaN(y[i - 1]);
            boolean lone = starts && (i == x.length - 1 || Double.isNaN(y[i + 1]));
            path.append(starts ? 'M' : 'L').append(at(x[i])).append(' ').append(at(y[i]));
            if (lone) {
                path.append("h0.1");
            }
        }
        return path.toString();
    }

    static String text(double x, double y, String cssClass) {
        return "<text x=\"" + at(x) + "\" y=\"" + at(y) + "\" class=\"" + cssClass + "\">";
    }
}
