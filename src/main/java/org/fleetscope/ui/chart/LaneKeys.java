package org.fleetscope.ui.chart;

import java.util.function.IntPredicate;
import javafx.scene.input.KeyEvent;
import org.fleetscope.series.Lanes;

/**
 * The keyboard's way through lanes: arrows move the cell, with Shift they choose several, with Ctrl
 * they go to the next finding of the lane or to the first or last lane; page keys go by the page,
 * Home and End along the lane; Enter opens the cell or narrows to those chosen, Escape takes the
 * choice back, Ctrl+C copies the table.
 */
final class LaneKeys {
    private final LaneChart chart;
    private final LaneCursor cursor;

    LaneKeys(LaneChart chart, LaneCursor cursor) {
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
        Lanes lanes = chart.getLanes();
        int most = lanes.lanes().size();
        // Alt and an arrow move through the scopes, wherever the focus is.
        if (event.isAltDown() || most == 0 || lanes.buckets().count() == 0) {
            return false;
        }
        LaneFrame frame = chart.frame();
        int page = Math.max(1, frame.endLane() - frame.firstLane() - 1);
        boolean far = event.isShortcutDown();
        switch (event.getCode()) {
            case UP, KP_UP -> move(event, far ? -most : -1, 0);
            case DOWN, KP_DOWN -> move(event, far ? most : 1, 0);
            case LEFT, KP_LEFT -> move(event, 0, far ? toFinding(-1) : -1);
            case RIGHT, KP_RIGHT -> move(event, 0, far ? toFinding(1) : 1);
            case PAGE_UP -> move(event, -page, 0);
            case PAGE_DOWN -> move(event, page, 0);
            case HOME -> move(event, far ? -most : 0, -lanes.buckets().count());
            case END -> move(event, far ? most : 0, lanes.buckets().count());
            case ENTER -> open();
            case ESCAPE -> {
                return cursor.clear();
            }
            case C -> {
                if (!far) {
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

    /** Steps to the next cell with a finding in a direction; 0 when there is none. */
    private int toFinding(int direction) {
        LaneFrame.Cell at = cursor.cell();
        if (at == null) {
            return 0;
        }
        int[] counts = chart.getLanes().lanes().get(at.lane()).counts();
        IntPredicate inside = bucket -> bucket >= 0 && bucket < counts.length;
        for (int to = at.bucket() + direction; inside.test(to); to += direction) {
            if (counts[to] > 0) {
                return to - at.bucket();
            }
        }
        return 0;
    }

    private void move(KeyEvent event, int lanes, int buckets) {
        LaneFrame frame = chart.frame();
        LaneFrame.Cell from = cursor.cell();
        LaneFrame.Cell to =
                from == null
                        ? new LaneFrame.Cell(
                                frame.firstLane(),
                                firstWithFinding(frame.firstLane(), frame.firstBucket()))
                        : new LaneFrame.Cell(
                                Math.clamp(
                                        from.lane() + lanes,
                                        0,
                                        chart.getLanes().lanes().size() - 1),
                                Math.clamp(
                                        from.bucket() + buckets,
                                        frame.firstBucket(),
                                        Math.max(frame.firstBucket(), frame.endBucket() - 1)));
        chart.reveal(to.lane());
        if (event.isShiftDown()) {
            cursor.extend(to);
        } else {
            cursor.go(to);
        }
    }

    private int firstWithFinding(int lane, int otherwise) {
        int[] counts = chart.getLanes().lanes().get(lane).counts();
        for (int bucket = otherwise; bucket < counts.length; bucket++) {
            if (counts[bucket] > 0) {
                return bucket;
            }
        }
        return otherwise;
    }

    private void open() {
        LaneSelection chosen = cursor.selection();
        LaneFrame.Cell at = cursor.cell();
        if (chosen != null) {
            chart.brush(chosen);
        } else if (at != null) {
            chart.choose(at);
        }
    }
}
