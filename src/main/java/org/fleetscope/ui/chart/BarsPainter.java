package org.fleetscope.ui.chart;

import javafx.scene.paint.Color;

/**
 * Bars from zero; a pixel between neighbours while they are wide enough, the highest a pixel when
 * they are not.
 */
final class BarsPainter implements LayerPainter<ChartLayer.Bars> {
    private static final double ROOM_FOR_GAPS = 4;

    @Override
    public void paint(ChartLayer.Bars layer, Plot plot) {
        Visible visible = Visible.of(layer.start(), plot.time().range());
        Color color = plot.palette().envelope(layer.series());
        double width = plot.time().pixelsOf(layer.bucket());
        double base =
                plot.value()
                        .toY(
                                plot.value().log()
                                        ? plot.value().low()
                                        : Math.max(0, plot.value().low()));
        if (width < 1) {
            paintDense(layer, plot, visible, base, color);
            return;
        }
        double gap = width >= ROOM_FOR_GAPS ? 1 : 0;
        for (int i = visible.from(); i < visible.to(); i++) {
            double y = plot.value().toY(layer.value()[i]);
            if (y < base) {
                double x = Math.round(plot.time().toX(layer.start()[i]));
                double end = Math.round(plot.time().toX(layer.start()[i] + layer.bucket()));
                plot.surface().rect(x, y, Math.max(1, end - x - gap), base - y, color);
            }
        }
    }

    private static void paintDense(
            ChartLayer.Bars layer, Plot plot, Visible visible, double base, Color color) {
        PixelColumns columns = PixelColumns.of(layer.start(), layer.value(), visible, plot);
        for (int i = 0; i < columns.width(); i++) {
            if (!columns.isEmpty(i) && columns.top(i) < base) {
                plot.surface()
                        .rect(plot.box().x() + i, columns.top(i), 1, base - columns.top(i), color);
            }
        }
    }
}
