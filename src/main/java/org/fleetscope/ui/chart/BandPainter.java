package org.fleetscope.ui.chart;

import javafx.scene.paint.Color;

/**
 * The expected range as a translucent area with the typical value as a fine line; a missing end is
 * a gap.
 */
final class BandPainter implements LayerPainter<ChartLayer.Band> {
    @Override
    public void paint(ChartLayer.Band layer, Plot plot) {
        Visible visible = Visible.of(layer.time(), plot.time().range());
        Color fill = plot.palette().get(layer.style() == 0 ? ChartColor.BAND : ChartColor.BAND_2);
        int start = visible.from();
        for (int i = visible.from(); i <= visible.to(); i++) {
            if (i == visible.to()
                    || Double.isNaN(layer.lower()[i])
                    || Double.isNaN(layer.upper()[i])) {
                paintArea(layer, plot, start, i, fill);
                start = i + 1;
            }
        }
        Polyline typical = new Polyline(plot.surface(), plot.palette().get(ChartColor.TYPICAL));
        for (int i = visible.from(); i < visible.to(); i++) {
            typical.add(plot.time().toX(layer.time()[i]), plot.value().toY(layer.typical()[i]));
        }
        typical.end();
    }

    private static void paintArea(ChartLayer.Band layer, Plot plot, int from, int to, Color fill) {
        int count = to - from;
        if (count < 2) {
            return;
        }
        double[] xs = new double[2 * count];
        double[] ys = new double[2 * count];
        for (int i = 0; i < count; i++) {
            double x = plot.time().toX(layer.time()[from + i]);
            xs[i] = x;
            ys[i] = plot.value().toY(layer.upper()[from + i]);
            xs[2 * count - 1 - i] = x;
            ys[2 * count - 1 - i] = plot.value().toY(layer.lower()[from + i]);
        }
        plot.surface().polygon(xs, ys, 2 * count, fill);
    }
}
