package org.fleetscope.ui.chart;

/** A highlighted stretch of time, at least a pixel wide. */
final class ShadePainter implements LayerPainter<ChartLayer.Shade> {
    @Override
    public void paint(ChartLayer.Shade layer, Plot plot) {
        double x1 = Math.max(plot.box().x(), plot.time().toX(layer.range().from()));
        double x2 = Math.min(plot.box().right(), plot.time().toX(layer.range().to()));
        if (x2 >= x1) {
            plot.surface()
                    .rect(
                            x1,
                            plot.box().y(),
                            x2 - x1,
                            plot.box().height(),
                            plot.palette().get(ChartColor.SHADE));
        }
    }
}
