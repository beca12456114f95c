package org.fleetscope.ui.preview;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;

/** Scrolls a table whose cells hold controls so that the control with the focus is in sight. */
final class FocusFollower {
    private final TableView<?> table;

    private FocusFollower(TableView<?> table) {
        this.table = table;
    }

    static void keep(TableView<?> table) {
        FocusFollower follower = new FocusFollower(table);
        table.sceneProperty().subscribe((before, now) -> follower.watch(now));
    }

    private void watch(Scene scene) {
        if (scene != null) {
            scene.focusOwnerProperty().addListener((property, before, now) -> follow(now));
        }
    }

    private void follow(Node focused) {
        for (Node at = focused; at != null; at = at.getParent()) {
            if (at instanceof TableRow<?> row && row.getTableView() == table) {
                reveal(row);
                return;
            }
        }
    }

    /** The row with one more above and below, so that the next Tab finds the next control. */
    private void reveal(TableRow<?> row) {
        double top = row.getBoundsInParent().getMinY();
        double bottom = row.getBoundsInParent().getMaxY();
        double view = row.getParent().getParent().getLayoutBounds().getHeight();
        double margin = row.getHeight();
        if (top < margin) {
            table.scrollTo(Math.max(0, row.getIndex() - 1));
        } else if (bottom > view - margin) {
            int rows = (int) (view / row.getHeight());
            table.scrollTo(Math.max(0, row.getIndex() - rows + 3));
        }
    }
}
