package org.fleetscope.ui.chart;

import javafx.scene.paint.Color;

/**
 * The expected range as a translucent area of steps with the typical value as a fine line; a
 * missing end is a gap.
 */
final class BandPainter implements LayerPainter<ChartLayer.Band> {
    @Override
    public void paint(ChartLayer.Band layer, Plot plot) {
        Visible visible = Visible.of(layer.time(), plot.time().range());
        int last = visible.to() - 1;
        Color fill = plot.palette().get(layer.style() == 0 ? ChartColor.BAND : ChartColor.BAND_2);
        int start = visible.from();
        for (int i = visible.from(); i <= last; i++) {
            if (i == last || Double.isNaN(layer.lower()[i]) || Double.isNaN(layer.upper()[i])) {
                paintArea(layer, plot, start, i, fill);
                start = i + 1;
            }
        }
        Polyline typical = new Polyline(plot.surface(), plot.palette().get(ChartColor.TYPICAL));
        for (int i = visible.from(); i < last; i++) {
            double y = plot.value().toY(layer.typical()[i]);
            typical.add(plot.time().toX(layer.time()[i]), y);
            typical.add(plot.time().toX(layer.time()[i + 1]), y);
        }
        typical.end();
    }

    /** Entries from one index up to another, each a step that reaches to the time of the next. */
    private static void paintArea(ChartLayer.Band layer, Plot plot, int from, int to, Color fill) {
        int corners = 4 * (to - from);
        if (corners == 0) {
            return;
        }
        double[] xs = new double[corners];
        double[] ys = new double[corners];
        for (int i = from; i < to; i++) {
            int at = 2 * (i - from);
            xs[at] = plot.time().toX(layer.time()[i]);
            xs[at + 1] = plot.time().toX(layer.time()[i + 1]);
            ys[at] = plot.value().toY(layer.upper()[i]);
            ys[at + 1] = ys[at];
            // The way back runs along the lower ends, from the right.
            xs[corners - 1 - at] = xs[at];
            xs[corners - 2 - at] = xs[at + 1];
            ys[corners - 1 - at] = plot.value().toY(layer.lower()[i]);
            ys[corners - 2 - at] = ys[corners - 1 - at];
        }
        plot.surface().polygon(xs, ys, corners, fill);
    }
}
