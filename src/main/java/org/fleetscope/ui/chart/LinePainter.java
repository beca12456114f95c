package org.fleetscope.ui.chart;

import javafx.scene.paint.Color;

/**
 * A line through values, or the stretch they cover in each pixel column when there are too many.
 */
final class LinePainter implements LayerPainter<ChartLayer.Line> {
    private static final double VERTICES_PER_PIXEL = 1.5;

    @Override
    public void paint(ChartLayer.Line layer, Plot plot) {
        Visible visible = Visible.of(layer.time(), plot.time().range());
        Color color = plot.palette().series(layer.series());
        if (visible.count() > VERTICES_PER_PIXEL * plot.box().width()) {
            paintDense(layer, plot, visible, color);
            return;
        }
        Polyline line = new Polyline(plot.surface(), color);
        for (int i = visible.from(); i < visible.to(); i++) {
            line.add(plot.time().toX(layer.time()[i]), plot.value().toY(layer.value()[i]));
        }
        line.end();
    }

    private static void paintDense(ChartLayer.Line layer, Plot plot, Visible visible, Color color) {
        PixelColumns columns = PixelColumns.of(layer.time(), layer.value(), visible, plot);
        for (int i = 0; i < columns.width(); i++) {
            if (!columns.isEmpty(i)) {
                double top = columns.top(i);
                plot.surface().rect(plot.box().x() + i, top, 1, columns.bottom(i) - top, color);
            }
        }
    }
}
