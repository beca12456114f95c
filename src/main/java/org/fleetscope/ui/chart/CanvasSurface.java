package org.fleetscope.ui.chart;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Draws on a canvas. */
final class CanvasSurface implements Surface {
    private final GraphicsContext g;
    private final double scale;
    private final TextRuler ruler = new TextRuler();

    /**
     * @param scale device pixels per pixel of the canvas
     */
    CanvasSurface(GraphicsContext g, double scale) {
        this.g = g;
        this.scale = scale;
        g.setTextBaseline(VPos.CENTER);
        // Mitre joins of a noisy line stick out far beyond its peaks.
        g.setLineJoin(StrokeLineJoin.BEVEL);
    }

    private double snap(double position) {
        return Math.round(position * scale) / scale;
    }

    private double hair() {
        return Math.max(1, Math.floor(scale)) / scale;
    }

    @Override
    public void rect(double x, double y, double width, double height, Color color) {
        double x1 = snap(x);
        double y1 = snap(y);
        g.setFill(color);
        g.fillRect(
                x1,
                y1,
                Math.max(hair(), snap(x + width) - x1),
                Math.max(hair(), snap(y + height) - y1));
    }

    @Override
    public void horizontal(double x1, double x2, double y, Color color) {
        g.setFill(color);
        g.fillRect(snap(x1), snap(y), snap(x2) - snap(x1), hair());
    }

    @Override
    public void vertical(double x, double y1, double y2, Color color) {
        g.setFill(color);
        g.fillRect(snap(x), snap(y1), hair(), snap(y2) - snap(y1));
    }

    @Override
    public void polyline(double[] xs, double[] ys, int count, Color color, double width) {
        g.setStroke(color);
        g.setLineWidth(width);
        g.strokePolyline(xs, ys, count);
    }

    @Override
    public void polygon(double[] xs, double[] ys, int count, Color color) {
        g.setFill(color);
        g.fillPolygon(xs, ys, count);
    }

    @Override
    public void outline(double[] xs, double[] ys, int count, Color color, double width) {
        g.setStroke(color);
        g.setLineWidth(width);
        g.strokePolygon(xs, ys, count);
    }

    @Override
    public void circle(double x, double y, double radius, Color color) {
        g.setFill(color);
        g.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    @Override
    public void text(String text, double x, double middle, Align align, Font font, Color color) {
        g.setFont(font);
        g.setFill(color);
        g.setTextAlign(
                switch (align) {
                    case LEFT -> TextAlignment.LEFT;
                    case CENTER -> TextAlignment.CENTER;
                    case RIGHT -> TextAlignment.RIGHT;
                });
        g.fillText(text, x, snap(middle));
    }

    @Override
    public double textWidth(String text, Font font) {
        return ruler.width(text, font);
    }

    @Override
    public void clipped(Box box, Runnable painting) {
        g.save();
        g.beginPath();
        g.rect(snap(box.x()), snap(box.y()), box.width(), box.height());
        g.clip();
        painting.run();
        g.restore();
    }
}
