package org.fleetscope.ui.chart;

import javafx.scene.input.KeyEvent;

/**
 * The keyboard's way to everything the pointer does: arrows pan, + and − zoom at the crosshair,
 * Home resets, Shift+arrows move the crosshair, Ctrl+arrows take it from finding to finding, Space
 * begins and ends a brush, Enter opens the finding at the crosshair, Escape clears, N adds a note,
 * F2 edits and Delete removes the one at the crosshair, Ctrl+C copies the table.
 */
final class ChartKeys {
    private static final double PAN_SHARE = 0.1;
    private static final double ZOOM = 0.8;

    private final TimeChart chart;
    private final ChartCursor cursor;

    ChartKeys(TimeChart chart, ChartCursor cursor) {
        this.chart = chart;
        this.cursor = cursor;
        chart.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (handled(event)) {
                        event.consume();
                    }
                });
    }

    private boolean handled(KeyEvent event) {
        // Alt and an arrow move through the scopes, wherever the focus is.
        if (event.isAltDown()) {
            return false;
        }
        switch (event.getCode()) {
            case LEFT, KP_LEFT -> arrow(event, false);
            case RIGHT, KP_RIGHT -> arrow(event, true);
            case PLUS, ADD, EQUALS -> chart.zoomAtCrosshair(ZOOM);
            case MINUS, SUBTRACT -> chart.zoomAtCrosshair(1 / ZOOM);
            case HOME -> chart.resetRange();
            case SPACE -> cursor.markBrushEdge();
            case ENTER -> cursor.chooseMarkerAtCrosshair();
            case ESCAPE -> {
                return cursor.clear();
            }
            case N -> {
                if (event.isShortcutDown()) {
                    return false;
                }
                chart.addNote();
            }
            case F2 -> chart.editNote();
            case DELETE -> chart.removeNote();
            case C -> {
                if (!event.isShortcutDown()) {
                    return false;
                }
                chart.copy();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void arrow(KeyEvent event, boolean right) {
        if (event.isShortcutDown()) {
            cursor.toMarker(right);
        } else if (event.isShiftDown()) {
            cursor.step(right);
        } else {
            chart.panShare(right ? PAN_SHARE : -PAN_SHARE);
        }
    }
}
