package org.fleetscope.ui.control;

import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import org.jspecify.annotations.Nullable;

/** Makes table columns: text to the left, numbers to the right, anything else drawn by a node. */
public final class Cells {
    private Cells() {}

    /** A column of text, sorted as text. */
    public static <S> TableColumn<S, String> text(
            String title, double width, Function<S, String> value) {
        TableColumn<S, String> column = column(title, width);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        column.setCellFactory(ignored -> new TextCell<>("text-cell", text -> text));
        return column;
    }

    /** A column of numbers, right-aligned and sorted by value, missing ones last. */
    public static <S> TableColumn<S, Double> number(
            String title,
            double width,
            ToDoubleFunction<S> value,
            Function<Double, String> format) {
        TableColumn<S, Double> column = column(title, width);
        column.getStyleClass().add("number-column");
        column.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(value.applyAsDouble(row.getValue())));
        column.setCellFactory(ignored -> new TextCell<>("number-cell", format));
        return column;
    }

    /** A column drawn by a node a cell, sorted by value. */
    public static <S, T, N extends Node> TableColumn<S, T> node(
            String title,
            double width,
            Function<S, T> value,
            Supplier<N> make,
            BiConsumer<N, T> show) {
        TableColumn<S, T> column = column(title, width);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        column.setCellFactory(ignored -> new NodeCell<>(make.get(), show));
        return column;
    }

    private static <S, T> TableColumn<S, T> column(String title, double width) {
        TableColumn<S, T> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setMinWidth(width);
        return column;
    }

    private static final class TextCell<S, T> extends TableCell<S, T> {
        private final Function<T, String> format;

        TextCell(String style, Function<T, String> format) {
            this.format = format;
            getStyleClass().add(style);
        }

        @Override
        protected void updateItem(@Nullable T item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? null : format.apply(item));
        }
    }

    private static final class NodeCell<S, T, N extends Node> extends TableCell<S, T> {
        private final N node;
        private final BiConsumer<N, T> show;

        NodeCell(N node, BiConsumer<N, T> show) {
            this.node = node;
            this.show = show;
            getStyleClass().add("node-cell");
        }

        @Override
        protected void updateItem(@Nullable T item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
            } else {
                show.accept(node, item);
                setGraphic(node);
            }
        }
    }
}
