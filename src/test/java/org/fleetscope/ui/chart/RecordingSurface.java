package org.fleetscope.ui.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/** Remembers what was drawn. */
final class RecordingSurface implements Surface {
    record Shape(String kind, double[] xs, double[] ys, Color color) {}

    final List<Box> rects = new ArrayList<>();
    final List<Shape> shapes = new ArrayList<>();
    final List<String> texts = new ArrayList<>();

    List<Shape> shapes(String kind) {
        return shapes.stream().filter(shape -> shape.kind().equals(kind)).toList();
    }

    @Override
    public void rect(double x, double y, double width, double height, Color color) {
        rects.add(new Box(x, y, width, height));
    }

    @Override
    public void horizontal(double x1, double x2, double y, Color color) {
        rects.add(new Box(x1, y, x2 - x1, 1));
    }

    @Override
    public void vertical(double x, double y1, double y2, Color color) {
        rects.add(new Box(x, y1, 1, y2 - y1));
    }

    @Override
    public void polyline(double[] xs, double[] ys, int count, Color color, double width) {
        add("polyline", xs, ys, count, color);
    }

    @Override
    public void polygon(double[] xs, double[] ys, int count, Color color) {
        add("polygon", xs, ys, count, color);
    }

    @Override
    public void outline(double[] xs, double[] ys, int count, Color color, double width) {
        add("outline", xs, ys, count, color);
    }

    private void add(String kind, double[] xs, double[] ys, int count, Color color) {
        shapes.add(new Shape(kind, Arrays.copyOf(xs, count), Arrays.copyOf(ys, count), color));
    }

    @Override
    public void circle(double x, double y, double radius, Color color) {
        add("circle", new double[] {x}, new double[] {y}, 1, color);
    }

    @Override
    public void text(String text, double x, double middle, Align align, Font font, Color color) {
        texts.add(text);
    }

    @Override
    public double textWidth(String text, Font font) {
        return 7.0 * text.length();
    }

    @Override
    public void clipped(Box box, Runnable painting) {
        painting.run();
    }
}
