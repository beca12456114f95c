package org.fleetscope.ui.chart;

import javafx.scene.paint.Color;

/**
 * Runs as a line with dots while there is room, otherwise one rectangle a pixel column from lowest
 * to highest and a line through the means: dense antialiased strokes are what makes a chart slow.
 */
final class EnvelopePainter implements LayerPainter<ChartLayer.Envelope> {
    private static final double VERTICES_PER_PIXEL = 1.5;
    private static final double ROOM_FOR_DOTS = 5;

    @Override
    public void paint(ChartLayer.Envelope layer, Plot plot) {
        Visible visible = Visible.of(layer.time(), plot.time().range());
        if (visible.count() <= 0) {
            return;
        }
        if (layer.columns() || visible.count() > VERTICES_PER_PIXEL * plot.box().width()) {
            paintColumns(layer, plot, visible);
        } else {
            paintRuns(layer, plot, visible);
        }
    }

    private void paintRuns(ChartLayer.Envelope layer, Plot plot, Visible visible) {
        Color color = plot.palette().series(layer.series());
        Polyline line = new Polyline(plot.surface(), color);
        boolean dots = plot.box().width() / visible.count() >= ROOM_FOR_DOTS;
        for (int i = visible.from(); i < visible.to(); i++) {
            double x = plot.time().toX(layer.time()[i]);
            double y = plot.value().toY(layer.mean()[i]);
            line.add(x, y);
            if (dots && !Double.isNaN(y)) {
                plot.surface().circle(x, y, 2, color);
            }
        }
        line.end();
    }

    private void paintColumns(ChartLayer.Envelope layer, Plot plot, Visible visible) {
        double length =
                layer.columns() ? plot.time().pixelsOf(columnLength(layer.time(), visible)) : 0;
        PixelColumns columns =
                new PixelColumns(plot.box().x(), (int) Math.ceil(plot.box().width()));
        for (int i = visible.from(); i < visible.to(); i++) {
            double x = plot.time().toX(layer.time()[i]);
            columns.add(
                    x,
                    x + length,
                    plot.value().toY(layer.min()[i]),
                    plot.value().toY(layer.max()[i]),
                    plot.value().toY(layer.mean()[i]));
        }
        paintRectangles(columns, plot, plot.palette().envelope(layer.series()));
        Polyline mean = new Polyline(plot.surface(), plot.palette().series(layer.series()));
        if (length > 2) {
            for (int i = visible.from(); i < visible.to(); i++) {
                mean.add(
                        plot.time().toX(layer.time()[i]) + length / 2,
                        plot.value().toY(layer.mean()[i]));
            }
        } else {
            for (int i = 0; i < columns.width(); i++) {
                if (!columns.isEmpty(i) || columns.isGap(i)) {
                    mean.add(plot.box().x() + i + 0.5, columns.mean(i));
                }
            }
        }
        mean.end();
    }

    /** One rectangle a column; neighbours of equal height become one. */
    private static void paintRectangles(PixelColumns columns, Plot plot, Color color) {
        int start = 0;
        for (int i = 1; i <= columns.width(); i++) {
            boolean same =
                    i < columns.width()
                            && columns.top(i) == columns.top(start)
                            && columns.bottom(i) == columns.bottom(start);
            if (!same) {
                if (!columns.isEmpty(start)) {
                    double top = columns.top(start);
                    plot.surface()
                            .rect(
                                    plot.box().x() + start,
                                    top,
                                    i - start,
                                    columns.bottom(start) - top,
                                    color);
                }
                start = i;
            }
        }
    }

    /** Length of a column, µs: the smallest distance, because columns without runs are left out. */
    static long columnLength(long[] time, Visible visible) {
        long length = Long.MAX_VALUE;
        for (int i = visible.from() + 1; i < visible.to(); i++) {
            length = Math.min(length, time[i] - time[i - 1]);
        }
        return length == Long.MAX_VALUE ? 0 : length;
    }
}
