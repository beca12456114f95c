package org.fleetscope.ui.aggregations;

import java.util.function.DoubleFunction;
import java.util.function.DoubleToIntFunction;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** Cells of the pivot's table; what a line sums up is told by pseudo-classes. */
final class PivotCells {
    private static final PseudoClass SUM = PseudoClass.getPseudoClass("sum");

    private PivotCells() {}

    private static boolean sums(PivotGrid grid, @Nullable Integer line) {
        return line != null && grid.lines().get(line).kind() != PivotGrid.Kind.GROUP;
    }

    /** A value of a row dimension. */
    static final class Header extends TableCell<Integer, String> {
        private final PivotGrid grid;

        Header(PivotGrid grid) {
            this.grid = grid;
            getStyleClass().add("text-cell");
        }

        @Override
        protected void updateItem(@Nullable String item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? null : item);
            pseudoClassStateChanged(SUM, !empty && sums(grid, getTableRow().getItem()));
        }
    }

    /** A number, coloured by its step on the heat scale. */
    static final class Number extends TableCell<Integer, Double> {
        private final PivotGrid grid;
        private final DoubleFunction<String> format;
        private final DoubleToIntFunction step;
        private String shownStep = "";

        Number(PivotGrid grid, DoubleFunction<String> format, DoubleToIntFunction step) {
            this.grid = grid;
            this.format = format;
            this.step = step;
            getStyleClass().add("number-cell");
        }

        @Override
        protected void updateItem(@Nullable Double item, boolean empty) {
            super.updateItem(item, empty);
            boolean sum = !empty && sums(grid, getTableRow().getItem());
            pseudoClassStateChanged(SUM, sum);
            if (empty || item == null) {
                setText(null);
                heat(0);
            } else {
                setText(format.apply(item));
                heat(sum ? 0 : step.applyAsInt(item));
            }
        }

        private void heat(int to) {
            String now = to == 0 ? "" : "heat-" + to;
            if (!now.equals(shownStep)) {
                getStyleClass().remove(shownStep);
                if (!now.isEmpty()) {
                    getStyleClass().add(now);
                }
                shownStep = now;
            }
        }
    }
}
