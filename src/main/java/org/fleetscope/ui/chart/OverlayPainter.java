package org.fleetscope.ui.chart;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.scene.paint.Color;
import org.fleetscope.model.Severity;
import org.fleetscope.model.TimeRange;
import org.fleetscope.model.Times;
import org.fleetscope.series.Track;

/** Paints what follows the pointer: brush, crosshair with readouts, the marker pointed at. */
final class OverlayPainter {
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ENGLISH);
    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS", Locale.ENGLISH);

    private final Surface surface;

    OverlayPainter(Surface surface) {
        this.surface = surface;
    }

    void paint(ChartFrame frame, ZoneId zone, ChartCursor cursor) {
        TimeRange brush = cursor.brush();
        Long crosshair = cursor.crosshair();
        MarkerCells.Placed marker = cursor.marker();
        if (frame.tracks().isEmpty()) {
            return;
        }
        double top = frame.tracks().getFirst().plot().y();
        double bottom = frame.axis().y();
        if (brush != null) {
            paintBrush(frame, brush, top, bottom);
        }
        if (crosshair != null && frame.time().range().contains(crosshair)) {
            paintCrosshair(frame, zone, crosshair, top, bottom);
        }
        if (marker != null) {
            paintMarker(frame, marker);
        } else if (crosshair != null) {
            double em = frame.palette().text().getSize();
            frame.noteAt(crosshair)
                    .ifPresent(note ->
                            paintPill(
                                    note.line(),
                                    frame.time().toX(crosshair),
                                    top + em * 1.4,
                                    frame));
        }
    }

    private void paintBrush(ChartFrame frame, TimeRange brush, double top, double bottom) {
        Box box = new Box(frame.axis().x(), top, frame.axis().width(), bottom - top);
        double x1 = Math.max(box.x(), frame.time().toX(brush.from()));
        double x2 = Math.min(box.right(), frame.time().toX(brush.to()));
        if (x2 < x1) {
            return;
        }
        surface.rect(x1, top, x2 - x1, bottom - top, frame.palette().get(ChartColor.BRUSH));
        Color edge = frame.palette().get(ChartColor.BRUSH_EDGE);
        surface.vertical(x1, top, bottom, edge);
        surface.vertical(x2, top, bottom, edge);
    }

    private void paintCrosshair(
            ChartFrame frame, ZoneId zone, long micros, double top, double bottom) {
        ChartPalette palette = frame.palette();
        double x = frame.time().toX(micros);
        surface.vertical(x, top, bottom, palette.get(ChartColor.CROSSHAIR));
        for (TrackFrame track : frame.tracks()) {
            Readout readout = Readout.of(track, frame.time(), micros);
            surface.text(
                    readout.text(),
                    track.plot().right(),
                    track.titleMiddle(),
                    Surface.Align.RIGHT,
                    palette.text(),
                    palette.get(ChartColor.TITLE_TEXT));
            if (!Double.isNaN(readout.value())) {
                double y = track.value().toY(readout.value());
                surface.circle(x, y, 4, palette.get(ChartColor.PLOT_BACKGROUND));
                surface.circle(x, y, 2.5, palette.get(ChartColor.CURSOR));
            }
        }
        DateTimeFormatter formatter = frame.time().microsPerPixel() < 1000 ? MICROS : MILLIS;
        double em = palette.text().getSize();
        paintPill(Times.format(micros, zone, formatter), x, frame.axis().y() + em * 1.1, frame);
    }

    /** Says what a marker stands for, above it while there is room. */
    private void paintMarker(ChartFrame frame, MarkerCells.Placed placed) {
        Track.Marker marker = placed.marker();
        String text =
                Severity.of(marker.severity()).label()
                        + " "
                        + Math.round(marker.severity())
                        + " · "
                        + marker.detector()
                        + " · "
                        + placed.format().readout(marker.value())
                        + (marker.count() > 1 ? " · worst of " + marker.count() : "");
        double em = frame.palette().text().getSize();
        double above = placed.y() - em * 1.9;
        paintPill(text, placed.x(), above > em ? above : placed.y() + em * 1.9, frame);
    }

    private void paintPill(String text, double x, double middle, ChartFrame frame) {
        ChartPalette palette = frame.palette();
        double em = palette.text().getSize();
        double width = surface.textWidth(text, palette.text()) + em * 1.2;
        double left = Math.clamp(x - width / 2, 0, Math.max(0, frame.axis().right() + em - width));
        surface.rect(
                left,
                middle - em * 0.85,
                width,
                em * 1.7,
                palette.get(ChartColor.READOUT_BACKGROUND));
        surface.text(
                text,
                left + em * 0.6,
                middle,
                Surface.Align.LEFT,
                palette.text(),
                palette.get(ChartColor.READOUT_TEXT));
    }
}
