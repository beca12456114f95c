package org.fleetscope.ui.control;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/**
 * Fits the columns of a table to its width: they share what there is, and where it is too little
 * for their least widths, columns are left out in a given order. The table's menu button brings
 * them back, and then the table scrolls.
 */
public final class ColumnFit<S> {
    private static final double SCROLL_BAR = 12;

    private final TableView<S> table;
    private final List<TableColumn<S, ?>> leftOutFirst;
    private final Set<TableColumn<S, ?>> leftOut = new HashSet<>();

    private ColumnFit(TableView<S> table, List<TableColumn<S, ?>> leftOutFirst) {
        this.table = table;
        this.leftOutFirst = leftOutFirst;
    }

    /** Keeps a table fitted; its columns are set already. */
    public static <S> void keep(TableView<S> table, List<TableColumn<S, ?>> leftOutFirst) {
        ColumnFit<S> fit = new ColumnFit<>(table, leftOutFirst);
        table.setTableMenuButtonVisible(true);
        table.widthProperty().subscribe((before, now) -> fit.fit());
        for (TableColumn<S, ?> column : table.getColumns()) {
            column.visibleProperty().subscribe((before, now) -> fit.choosePolicy());
        }
        fit.fit();
    }

    private void fit() {
        if (table.getWidth() <= 0) {
            return;
        }
        leftOut.forEach(column -> column.setVisible(true));
        leftOut.clear();
        for (TableColumn<S, ?> column : leftOutFirst) {
            if (wanted() > room() && column.isVisible()) {
                column.setVisible(false);
                leftOut.add(column);
            }
        }
        choosePolicy();
    }

    private void choosePolicy() {
        table.setColumnResizePolicy(
                wanted() > room()
                        ? TableView.UNCONSTRAINED_RESIZE_POLICY
                        : TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
    }

    private double wanted() {
        return table.getVisibleLeafColumns().stream().mapToDouble(TableColumn::getMinWidth).sum();
    }

    private double room() {
        return table.getWidth() - SCROLL_BAR;
    }
}
