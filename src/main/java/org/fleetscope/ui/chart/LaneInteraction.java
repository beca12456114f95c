package org.fleetscope.ui.chart;

import javafx.geometry.Point2D;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/**
 * Turns pointer gestures into actions of the lanes: a click opens the cell or the lane, a drag
 * chooses cells, the wheel scrolls; a tooltip follows the pointer.
 */
final class LaneInteraction {
    private static final double CLICK_REACH = 3;
    private static final double BESIDE = 16;

    private final LaneChart chart;
    private final LaneCursor cursor;
    private final Tooltip tooltip = new Tooltip();
    private LaneFrame.@Nullable Cell pressed;
    private double pressedX;
    private double pressedY;
    private boolean dragged;

    LaneInteraction(LaneChart chart, LaneCursor cursor) {
        this.chart = chart;
        this.cursor = cursor;
        tooltip.getStyleClass().add("lane-tooltip");
        chart.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
        chart.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> away());
        chart.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        chart.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        chart.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        chart.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        chart.sceneProperty().subscribe(tooltip::hide);
    }

    private LaneFrame.@Nullable Cell at(MouseEvent event) {
        return chart.frame()
                .cellAt(chart.plotX(event.getX()), chart.plotY(event.getY()))
                .orElse(null);
    }

    private void moved(MouseEvent event) {
        LaneFrame.Cell at = at(event);
        cursor.point(at);
        if (at == null || chart.getScene() == null) {
            tooltip.hide();
            return;
        }
        tooltip.setText(chart.readoutProperty().get());
        Point2D screen = chart.localToScreen(event.getX() + BESIDE, event.getY() + BESIDE);
        if (screen == null) {
            return;
        }
        if (tooltip.isShowing()) {
            tooltip.setAnchorX(screen.getX());
            tooltip.setAnchorY(screen.getY());
        } else {
            tooltip.show(chart, screen.getX(), screen.getY());
        }
    }

    private void away() {
        tooltip.hide();
        cursor.point(null);
    }

    private void pressed(MouseEvent event) {
        chart.requestFocus();
        tooltip.hide();
        pressed = event.getButton() == MouseButton.PRIMARY ? at(event) : null;
        pressedX = event.getX();
        pressedY = event.getY();
        dragged = false;
        event.consume();
    }

    private void dragged(MouseEvent event) {
        LaneFrame.Cell from = pressed;
        if (from == null) {
            return;
        }
        dragged |= Math.hypot(event.getX() - pressedX, event.getY() - pressedY) >= CLICK_REACH;
        if (dragged) {
            if (cursor.selection() == null) {
                cursor.go(from);
            }
            cursor.extend(
                    chart.frame().cellNear(chart.plotX(event.getX()), chart.plotY(event.getY())));
        }
        event.consume();
    }

    private void released(MouseEvent event) {
        LaneFrame.Cell from = pressed;
        LaneSelection chosen = cursor.selection();
        if (dragged && chosen != null) {
            chart.brush(chosen);
        } else if (event.getButton() == MouseButton.PRIMARY && !dragged) {
            click(event, from);
        }
        pressed = null;
        event.consume();
    }

    private void click(MouseEvent event, LaneFrame.@Nullable Cell from) {
        if (from != null) {
            cursor.go(from);
            chart.choose(from);
        } else if (chart.plotX(event.getX()) < chart.frame().body().x()) {
            chart.frame().laneAt(chart.plotY(event.getY())).ifPresent(chart::chooseLane);
        }
    }

    private void scrolled(ScrollEvent event) {
        if (event.getDeltaY() != 0) {
            chart.scrollBy(-event.getDeltaY());
            away();
            event.consume();
        }
    }
}
