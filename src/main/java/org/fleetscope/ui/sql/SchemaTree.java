package org.fleetscope.ui.sql;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import org.fleetscope.model.SqlColumn;
import org.fleetscope.ui.support.Load;
import org.fleetscope.workspace.SqlTable;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Tables with their columns, filtered by name; the one chosen is inserted. */
final class SchemaTree {
    /**
     * A line of the tree.
     *
     * @param detail type of a column, number of columns of a table
     */
    record Entry(String name, String detail, String icon) {}

    private final TreeView<Entry> tree;
    private final TextField filter;
    private final Consumer<String> insert;
    private List<SqlTable> tables = List.of();

    SchemaTree(
            TreeView<Entry> tree, TextField filter, SqlViewModel model, Consumer<String> insert) {
        this.tree = tree;
        this.filter = filter;
        this.insert = insert;
        tree.setRoot(new TreeItem<>());
        tree.setCellFactory(view -> new EntryCell());
        tree.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                insertSelected();
            }
        });
        tree.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                insertSelected();
                event.consume();
            }
        });
        filter.textProperty().subscribe(text -> fill());
        model.tables().subscribe(this::show);
    }

    private void show(Load<List<SqlTable>> state) {
        tables = state.latest().orElse(List.of());
        if (state instanceof Load.Failed<List<SqlTable>>(String message, Throwable cause)) {
            tree.setRoot(new TreeItem<>());
            tree.getRoot()
                    .getChildren()
                    .add(new TreeItem<>(new Entry(message, "", "mdi2a-alert-circle-outline")));
        } else {
            fill();
        }
    }

    private void fill() {
        String wanted = filter.getText().strip().toLowerCase(Locale.ROOT);
        TreeItem<Entry> root = new TreeItem<>();
        for (SqlTable table : tables) {
            boolean whole = table.name().contains(wanted);
            TreeItem<Entry> item = new TreeItem<>(entry(table));
            table.columns().stream()
                    .filter(column -> whole || column.name().contains(wanted))
                    .forEach(column -> item.getChildren().add(new TreeItem<>(entry(column))));
            item.setExpanded(!wanted.isEmpty() && !whole);
            if (!item.getChildren().isEmpty()) {
                root.getChildren().add(item);
            }
        }
        if (wanted.isEmpty() && !root.getChildren().isEmpty()) {
            root.getChildren().getFirst().setExpanded(true);
        }
        tree.setRoot(root);
    }

    private static Entry entry(SqlTable table) {
        return new Entry(
                table.name(),
                table.view() ? "view" : "",
                table.view() ? "mdi2t-table-eye" : "mdi2t-table");
    }

    private static Entry entry(SqlColumn column) {
        return new Entry(column.name(), column.type(), "");
    }

    private void insertSelected() {
        TreeItem<Entry> chosen = tree.getSelectionModel().getSelectedItem();
        if (chosen != null && !tables.isEmpty()) {
            insert.accept(chosen.getValue().name());
        }
    }

    private static final class EntryCell extends TreeCell<Entry> {
        private final FontIcon icon = new FontIcon();
        private final Label name = new Label();
        private final Label detail = new Label();
        private final HBox row = new HBox(icon, name, detail);

        EntryCell() {
            row.getStyleClass().add("suggestion");
            detail.getStyleClass().addAll("muted", "hint");
        }

        @Override
        protected void updateItem(@Nullable Entry item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            boolean pictured = !item.icon().isEmpty();
            icon.setVisible(pictured);
            icon.setManaged(pictured);
            if (pictured) {
                icon.setIconLiteral(item.icon());
            }
            name.setText(item.name());
            detail.setText(item.detail());
            setGraphic(row);
        }
    }
}
