package org.fleetscope.ui.chart;

import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/**
 * Turns pointer gestures into the chart's actions: wheel zooms, drag pans, shift-drag brushes,
 * double-click resets.
 */
final class ChartInteraction {
    private static final double ZOOM_PER_PIXEL = 0.0055;
    private static final double CLICK_REACH = 3;

    private final TimeChart chart;
    private final ChartCursor cursor;
    private double pressedX;
    private double lastX;
    private boolean held;
    private boolean moved;
    private boolean brushing;

    ChartInteraction(TimeChart chart, ChartCursor cursor) {
        this.chart = chart;
        this.cursor = cursor;
        chart.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        chart.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        chart.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        chart.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        chart.addEventHandler(
                MouseEvent.MOUSE_MOVED,
                e -> cursor.pointAt(chart.plotX(e.getX()), chart.plotY(e.getY())));
        chart.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> cursor.pointAway());
        chart.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
    }

    private void pressed(MouseEvent event) {
        chart.requestFocus();
        pressedX = chart.plotX(event.getX());
        lastX = pressedX;
        moved = false;
        held = event.getButton() == MouseButton.PRIMARY;
        brushing = held && event.isShiftDown();
        event.consume();
    }

    private void dragged(MouseEvent event) {
        if (!held) {
            return;
        }
        double x = chart.plotX(event.getX());
        moved |= Math.abs(x - pressedX) >= CLICK_REACH;
        if (moved && brushing) {
            cursor.dragBrush(pressedX, x);
        } else if (moved) {
            chart.panPixels(lastX - x);
            lastX = x;
        }
        event.consume();
    }

    private void released(MouseEvent event) {
        if (brushing && moved) {
            cursor.finishBrush();
        }
        brushing = false;
        held = false;
        event.consume();
    }

    private void clicked(MouseEvent event) {
        if (moved || event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        if (event.getClickCount() == 2) {
            chart.resetRange();
        } else {
            cursor.chooseMarkerAt(chart.plotX(event.getX()), chart.plotY(event.getY()));
        }
        event.consume();
    }

    private void scrolled(ScrollEvent event) {
        double x = chart.plotX(event.getX());
        if (!chart.isOverPlots(x, chart.plotY(event.getY()))) {
            return;
        }
        if (event.getDeltaY() != 0) {
            chart.zoomAt(x, Math.exp(-event.getDeltaY() * ZOOM_PER_PIXEL));
        }
        if (event.getDeltaX() != 0) {
            chart.panPixels(-event.getDeltaX());
        }
        event.consume();
    }
}
