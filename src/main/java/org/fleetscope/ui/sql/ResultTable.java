package org.fleetscope.ui.sql;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.fleetscope.model.SqlColumn;
import org.fleetscope.workspace.SqlAnswer;
import org.jspecify.annotations.Nullable;

/** Makes a table of an answer: a column each with its type, numbers to the right. */
final class ResultTable {
    private static final PseudoClass MISSING = PseudoClass.getPseudoClass("missing");
    private static final double LETTER = 7.4;
    private static final double MARGIN = 34;
    private static final double NARROWEST = 70;
    private static final double WIDEST = 380;
    private static final int LOOKED_AT = 50;
    private static final int LONGEST_SHOWN = 2_000;

    private ResultTable() {}

    /** Rows can be selected and copied with Ctrl+C. */
    static void prepare(TableView<List<@Nullable Object>> table) {
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setPlaceholder(new Label("No row answers this"));
    }

    static void fill(TableView<List<@Nullable Object>> table, SqlAnswer answer) {
        table.getSortOrder().clear();
        table.getColumns().clear();
        for (int i = 0; i < answer.columns().size(); i++) {
            table.getColumns().add(column(answer, i));
        }
        table.setItems(FXCollections.observableArrayList(answer.rows()));
        table.scrollTo(0);
        table.setOnKeyPressed(event -> copy(event, table, answer));
    }

    private static TableColumn<List<@Nullable Object>, @Nullable Object> column(
            SqlAnswer answer, int index) {
        SqlColumn column = answer.columns().get(index);
        boolean number =
                answer.rows().stream()
                        .map(row -> row.get(index))
                        .anyMatch(Number.class::isInstance);
        TableColumn<List<@Nullable Object>, @Nullable Object> made = new TableColumn<>();
        Label name = new Label(column.name());
        Label type = new Label(column.type());
        type.getStyleClass().add("sql-type");
        javafx.scene.layout.VBox head = new javafx.scene.layout.VBox(name, type);
        head.getStyleClass().add("sql-column");
        made.setGraphic(head);
        made.setPrefWidth(width(answer, index));
        made.setComparator(CellText.ORDER);
        if (number) {
            made.getStyleClass().add("number-column");
            head.getStyleClass().add("number-head");
        }
        made.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().get(index)));
        made.setCellFactory(ignored -> new ValueCell());
        return made;
    }

    private static double width(SqlAnswer answer, int index) {
        SqlColumn column = answer.columns().get(index);
        int longest = Math.max(column.name().length() + 2, column.type().length());
        for (List<@Nullable Object> row : answer.rows().stream().limit(LOOKED_AT).toList()) {
            longest = Math.max(longest, CellText.of(row.get(index)).length());
        }
        return Math.clamp(longest * LETTER + MARGIN, NARROWEST, WIDEST);
    }

    private static void copy(
            KeyEvent event, TableView<List<@Nullable Object>> table, SqlAnswer answer) {
        if (event.getCode() == KeyCode.C && event.isShortcutDown()) {
            ClipboardContent content = new ClipboardContent();
            content.putString(
                    CellText.tsv(
                            answer, List.copyOf(table.getSelectionModel().getSelectedItems())));
            Clipboard.getSystemClipboard().setContent(content);
            event.consume();
        }
    }

    private static final class ValueCell
            extends TableCell<List<@Nullable Object>, @Nullable Object> {
        @Override
        protected void updateItem(@Nullable Object item, boolean empty) {
            super.updateItem(item, empty);
            pseudoClassStateChanged(MISSING, !empty && item == null);
            if (empty) {
                setText(null);
                return;
            }
            String text = CellText.of(item).replace('\n', ' ');
            setText(text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text);
        }
    }
}
