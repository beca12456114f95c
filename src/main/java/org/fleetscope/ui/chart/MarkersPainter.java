package org.fleetscope.ui.chart;

import java.util.Comparator;
import java.util.List;
import org.fleetscope.model.Severity;
import org.fleetscope.series.Track;

/**
 * Findings by shape and colour of their band, the worst on top; beside one that stands for several,
 * their number.
 */
final class MarkersPainter implements LayerPainter<ChartLayer.Markers> {
    private static final double ROOM_FOR_COUNT = 26;

    @Override
    public void paint(ChartLayer.Markers layer, Plot plot) {
        List<MarkerCells.Placed> placed =
                MarkerCells.place(layer.markers(), plot.time(), plot.value(), plot.format());
        for (int i = 0; i < placed.size(); i++) {
            boolean room =
                    i + 1 == placed.size()
                            || placed.get(i + 1).x() - placed.get(i).x() >= ROOM_FOR_COUNT;
            if (room && placed.get(i).marker().count() > 1) {
                paintCount(placed.get(i), plot);
            }
        }
        placed.stream()
                .sorted(Comparator.comparingDouble(p -> p.marker().severity()))
                .forEach(p -> paintShape(p.marker(), p.x(), p.y(), plot));
    }

    private static void paintShape(Track.Marker marker, double x, double y, Plot plot) {
        Severity band = Severity.of(marker.severity());
        MarkerShape shape = MarkerShape.of(band);
        double[] xs = shape.xsAt(x);
        double[] ys = shape.ysAt(y);
        // The rim keeps a marker apart from the line it lies on.
        plot.surface()
                .outline(
                        xs, ys, shape.corners(), plot.palette().get(ChartColor.PLOT_BACKGROUND), 2);
        plot.surface()
                .polygon(xs, ys, shape.corners(), plot.palette().get(ChartColor.severity(band)));
    }

    private static void paintCount(MarkerCells.Placed placed, Plot plot) {
        boolean left = placed.x() > plot.box().right() - ROOM_FOR_COUNT;
        plot.surface()
                .text(
                        "×" + placed.marker().count(),
                        placed.x() + (left ? -8 : 8),
                        Math.max(plot.box().y() + 7, placed.y() - 1),
                        left ? Surface.Align.RIGHT : Surface.Align.LEFT,
                        plot.palette().text(),
                        plot.palette().get(ChartColor.AXIS_TEXT));
    }
}
