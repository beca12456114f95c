package org.fleetscope.ui.chart;

import java.time.ZoneId;
import java.util.function.Consumer;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.text.Font;

/**
 * The two canvases of a chart, and two empty labels through which style sheets give it its fonts.
 */
final class ChartCanvases {
    private final Canvas base = new Canvas();
    private final Canvas overlay = new Canvas();
    private final Label text = new Label();
    private final Label title = new Label();
    private final Group group = new Group(base, overlay, text, title);

    ChartCanvases(Runnable fontChanged) {
        group.setManaged(false);
        group.setMouseTransparent(true);
        text.getStyleClass().add("axis-font");
        title.getStyleClass().add("title-font");
        text.fontProperty().subscribe(fontChanged);
        title.fontProperty().subscribe(fontChanged);
    }

    Node node() {
        return group;
    }

    Font textFont() {
        return text.getFont();
    }

    Font titleFont() {
        return title.getFont();
    }

    void place(double x, double y, double width, double height) {
        group.relocate(x, y);
        for (Canvas canvas : new Canvas[] {base, overlay}) {
            canvas.setWidth(width);
            canvas.setHeight(height);
        }
    }

    void paintBase(ChartFrame frame, double scale) {
        new ChartPainter(new CanvasSurface(cleared(base), scale)).paint(frame);
    }

    void paintOverlay(ChartFrame frame, ZoneId zone, ChartCursor cursor, double scale) {
        new OverlayPainter(new CanvasSurface(cleared(overlay), scale)).paint(frame, zone, cursor);
    }

    void paintBase(double scale, Consumer<Surface> painting) {
        painting.accept(new CanvasSurface(cleared(base), scale));
    }

    void paintOverlay(double scale, Consumer<Surface> painting) {
        painting.accept(new CanvasSurface(cleared(overlay), scale));
    }

    void clear() {
        cleared(base);
        cleared(overlay);
    }

    private static GraphicsContext cleared(Canvas canvas) {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        return g;
    }
}
