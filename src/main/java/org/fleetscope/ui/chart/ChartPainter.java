package org.fleetscope.ui.chart;

import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/** Paints what changes with data or range: plots, titles, axes, layers. */
final class ChartPainter {
    private final Surface surface;

    ChartPainter(Surface surface) {
        this.surface = surface;
    }

    void paint(ChartFrame frame) {
        for (TrackFrame track : frame.tracks()) {
            paintTrack(track, frame);
        }
        new NotesPainter(surface).paint(frame);
        paintTimeAxis(frame);
    }

    private void paintTrack(TrackFrame track, ChartFrame frame) {
        ChartPalette palette = frame.palette();
        Box box = track.plot();
        surface.rect(
                box.x(),
                box.y(),
                box.width(),
                box.height(),
                palette.get(ChartColor.PLOT_BACKGROUND));
        paintTitle(track, palette);
        Color text = palette.get(ChartColor.AXIS_TEXT);
        for (double value : track.ticks().values()) {
            double y = track.value().toY(value);
            surface.horizontal(box.x(), box.right(), y, palette.get(ChartColor.GRID));
            surface.text(
                    track.format().axis(value),
                    box.x() - palette.text().getSize() * 0.6,
                    y,
                    Surface.Align.RIGHT,
                    palette.text(),
                    text);
        }
        Plot plot = new Plot(surface, box, frame.time(), track.value(), track.format(), palette);
        // Half a marker may reach over the edge; a line must not.
        double rim = MarkerCells.CELL;
        Box wide =
                new Box(
                        box.x() - rim,
                        box.y() - rim,
                        box.width() + 2 * rim,
                        box.height() + 2 * rim);
        for (ChartLayer layer : track.track().layers()) {
            Box clip = layer instanceof ChartLayer.Markers ? wide : box;
            surface.clipped(clip, () -> LayerPainter.paintAny(layer, plot));
        }
    }

    private void paintTitle(TrackFrame track, ChartPalette palette) {
        Font font = palette.title();
        String title = track.track().title();
        surface.text(
                title,
                0,
                track.titleMiddle(),
                Surface.Align.LEFT,
                font,
                palette.get(ChartColor.TITLE_TEXT));
        String unit = track.format().symbol();
        if (!unit.isEmpty()) {
            double x = surface.textWidth(title, font) + palette.text().getSize() * 0.5;
            surface.text(
                    unit,
                    x,
                    track.titleMiddle(),
                    Surface.Align.LEFT,
                    palette.text(),
                    palette.get(ChartColor.AXIS_TEXT));
        }
    }

    private void paintTimeAxis(ChartFrame frame) {
        ChartPalette palette = frame.palette();
        Box axis = frame.axis();
        double em = palette.text().getSize();
        if (!frame.tracks().isEmpty() && axis.y() < frame.tracks().getLast().plot().bottom()) {
            surface.rect(
                    0,
                    axis.y(),
                    axis.right() + 2 * em,
                    axis.height(),
                    palette.get(ChartColor.PLOT_BACKGROUND));
        }
        Color text = palette.get(ChartColor.AXIS_TEXT);
        double freeFrom = Double.NEGATIVE_INFINITY;
        for (TimeTicks.Tick tick : frame.ticks()) {
            double x = frame.time().toX(tick.time());
            surface.vertical(x, axis.y(), axis.y() + em * 0.35, palette.get(ChartColor.GRID));
            surface.text(
                    tick.label(),
                    x,
                    axis.y() + em * 1.1,
                    Surface.Align.CENTER,
                    palette.text(),
                    text);
            double start = x - surface.textWidth(tick.label(), palette.text()) / 2;
            if (!tick.context().isEmpty() && start >= freeFrom) {
                double width = surface.textWidth(tick.context(), palette.text());
                // A date is wider than a label: near the right edge it moves inwards.
                double left = Math.min(start, axis.right() + em - width);
                surface.text(
                        tick.context(),
                        left,
                        axis.y() + em * 2.4,
                        Surface.Align.LEFT,
                        palette.text(),
                        palette.get(ChartColor.TITLE_TEXT));
                freeFrom = left + width + em;
            }
        }
    }
}
