package org.fleetscope.ui.timeline;

import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import org.jspecify.annotations.Nullable;

/** Columns of the tables of this screen: they sort by value and show a text made of it. */
final class Tables {
    private Tables() {}

    static <R> TableColumn<R, String> text(String name, double width, Function<R, String> value) {
        TableColumn<R, String> column = new TableColumn<>(name);
        column.setPrefWidth(width);
        column.setCellValueFactory(
                cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
        return column;
    }

    /** A column of numbers; a missing one, NaN, shows as {@code text} says and sorts last. */
    static <R> TableColumn<R, Double> number(
            String name, double width, ToDoubleFunction<R> value, Function<R, String> text) {
        TableColumn<R, Double> column = new TableColumn<>(name);
        column.setPrefWidth(width);
        column.getStyleClass().add("numeric");
        column.setCellValueFactory(
                cell -> new ReadOnlyObjectWrapper<>(value.applyAsDouble(cell.getValue())));
        column.setCellFactory(_ ->
                new TableCell<>() {
                    @Override
                    protected void updateItem(@Nullable Double item, boolean empty) {
                        super.updateItem(item, empty);
                        R row = empty || getTableRow() == null ? null : getTableRow().getItem();
                        setText(row == null ? null : text.apply(row));
                    }
                });
        return column;
    }
}
