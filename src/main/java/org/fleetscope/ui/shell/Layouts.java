package org.fleetscope.ui.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.fleetscope.ui.session.Fields;
import org.fleetscope.ui.session.UiSettings;

/**
 * Keeps how a person arranged a screen: the order and sorting of its tables' columns, and where its
 * panes are divided. Tables and split panes are known by their ids, columns by their titles.
 */
final class Layouts {
    private static final String KEY = "layout.";
    private static final String COLUMN = "column";
    private static final String SORT = "sort";
    private static final String DESCENDING = "descending";

    private final UiSettings settings;
    private final List<Runnable> keepers = new ArrayList<>();

    Layouts(UiSettings settings) {
        this.settings = settings;
    }

    /** Arranges a screen as it was, and remembers it for {@link #keep}. */
    void restore(String screen, Parent root) {
        visit(screen, root);
    }

    /** Keeps the arrangement of all screens. */
    void keep() {
        keepers.forEach(Runnable::run);
    }

    private void visit(String screen, Node node) {
        if (node instanceof SplitPane split) {
            split(screen, split);
            split.getItems().forEach(item -> visit(screen, item));
        } else if (node instanceof TableView<?> table) {
            table(screen, table);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> visit(screen, child));
        }
    }

    private void split(String screen, SplitPane split) {
        if (split.getId() == null) {
            return;
        }
        String key = KEY + screen + '.' + split.getId();
        double[] positions = settings.kept(key).lines().mapToDouble(Layouts::position).toArray();
        if (positions.length == split.getDividers().size()
                && IntStream.range(0, positions.length).allMatch(i -> positions[i] > 0)) {
            split.setDividerPositions(positions);
        }
        keepers.add(() ->
                settings.keep(
                        key,
                        String.join(
                                "\n",
                                split.getDividers().stream()
                                        .map(divider -> Double.toString(divider.getPosition()))
                                        .toList())));
    }

    private static double position(String text) {
        try {
            return Math.clamp(Double.parseDouble(text), 0, 1);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private <S> void table(String screen, TableView<S> table) {
        if (table.getId() == null || table.getColumns().isEmpty()) {
            return;
        }
        String key = KEY + screen + '.' + table.getId();
        arrange(table, Fields.of(settings.kept(key)));
        keepers.add(() -> settings.keep(key, arrangement(table).text()));
    }

    private static <S> void arrange(TableView<S> table, Fields kept) {
        Map<String, TableColumn<S, ?>> byTitle = new HashMap<>();
        table.getColumns().forEach(column -> byTitle.put(column.getText(), column));
        List<TableColumn<S, ?>> order = new ArrayList<>();
        for (String title : kept.values(COLUMN)) {
            TableColumn<S, ?> column = byTitle.remove(title);
            if (column != null) {
                order.add(column);
            }
        }
        if (order.isEmpty()) {
            return;
        }
        table.getColumns().stream().filter(column -> !order.contains(column)).forEach(order::add);
        if (!order.equals(table.getColumns())) {
            table.getColumns().setAll(order);
        }
        table.getColumns().stream()
                .filter(column -> column.getText().equals(kept.value(SORT)))
                .findFirst()
                .ifPresent(column -> sort(table, column, kept.value(DESCENDING)));
    }

    private static <S> void sort(TableView<S> table, TableColumn<S, ?> column, String descending) {
        column.setSortType(
                Boolean.parseBoolean(descending)
                        ? TableColumn.SortType.DESCENDING
                        : TableColumn.SortType.ASCENDING);
        table.getSortOrder().setAll(List.of(column));
    }

    private static <S> Fields arrangement(TableView<S> table) {
        Fields fields =
                Fields.NONE.with(
                        COLUMN, table.getColumns().stream().map(TableColumn::getText).toList());
        return table.getSortOrder().stream()
                .findFirst()
                .map(column ->
                        fields.with(SORT, column.getText())
                                .with(
                                        DESCENDING,
                                        column.getSortType() == TableColumn.SortType.DESCENDING))
                .orElse(fields);
    }
}
