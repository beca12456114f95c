package org.fleetscope.ui.chart;

import javafx.scene.paint.Color;
import org.fleetscope.model.TimeNote;

/**
 * Paints notes over all tracks: a line with a flag, or a stretch, and the beginning of the text.
 */
final class NotesPainter {
    private static final double TINT = 0.14;
    private static final double FLAG = 7;
    private static final int LETTERS = 28;

    private final Surface surface;

    NotesPainter(Surface surface) {
        this.surface = surface;
    }

    void paint(ChartFrame frame) {
        if (frame.tracks().isEmpty()) {
            return;
        }
        double top = frame.tracks().getFirst().plot().y();
        double bottom = frame.axis().y();
        double freeFrom = Double.NEGATIVE_INFINITY;
        for (TimeNote note : frame.notes()) {
            freeFrom = Math.max(freeFrom, paint(note, frame, top, bottom, freeFrom));
        }
    }

    /** Tells where the text ends. */
    private double paint(
            TimeNote note, ChartFrame frame, double top, double bottom, double freeFrom) {
        Box axis = frame.axis();
        double from = Math.clamp(frame.time().toX(note.range().from()), axis.x(), axis.right());
        double to = Math.clamp(frame.time().toX(note.range().to()), axis.x(), axis.right());
        Color color = frame.palette().get(ChartColor.NOTE);
        if (to - from > 1) {
            surface.rect(from, top, to - from, bottom - top, color.deriveColor(0, 1, 1, TINT));
            surface.vertical(to, top, bottom, color);
        }
        surface.vertical(from, top, bottom, color);
        surface.polygon(
                new double[] {from, from + FLAG, from},
                new double[] {top, top + FLAG / 2, top + FLAG},
                3,
                color);
        String text = shortened(note.line());
        double left = from + FLAG * 1.3;
        double right = left + surface.textWidth(text, frame.palette().text());
        if (left < freeFrom || right > axis.right()) {
            return freeFrom;
        }
        surface.text(
                text,
                left,
                top + frame.palette().text().getSize() * 0.6,
                Surface.Align.LEFT,
                frame.palette().text(),
                color);
        return right + FLAG;
    }

    private static String shortened(String line) {
        return line.codePointCount(0, line.length()) <= LETTERS
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LETTERS)) + "…";
    }
}
