package org.fleetscope.ui.preview;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import org.fleetscope.ui.control.Cells;
import org.fleetscope.ui.support.Numbers;
import org.fleetscope.workspace.ForeignPreview;
import org.fleetscope.workspace.MappedSample;
import org.jspecify.annotations.Nullable;

/** The tables of rows: as they stand in the file, and as they would arrive. */
final class PreviewTables {
    private static final PseudoClass BROKEN = PseudoClass.getPseudoClass("broken");
    private static final int MOST_COLUMNS = 200;
    private static final double WIDTH = 120;
    private static final Set<String> WIDE = Set.of("task_id", "agent_id", "recorded_at");

    private PreviewTables() {}

    static void showRaw(TableView<List<@Nullable String>> table, ForeignPreview preview) {
        List<TableColumn<List<@Nullable String>, ?>> columns = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST_COLUMNS, preview.columns().size()); i++) {
            int index = i;
            TableColumn<List<@Nullable String>, String> column =
                    Cells.text(
                            preview.columns().get(i).name()
                                    + "  "
                                    + preview.columns().get(i).type().id(),
                            WIDTH,
                            row -> cell(row, index));
            column.setSortable(false);
            columns.add(column);
        }
        table.getColumns().setAll(columns);
        table.getItems().setAll(preview.rows());
    }

    private static String cell(List<@Nullable String> row, int index) {
        String cell = index < row.size() ? row.get(index) : null;
        return cell == null ? "" : cell;
    }

    static void markBroken(TableView<MappedSample.Row> table) {
        table.setRowFactory(view ->
                new TableRow<>() {
                    @Override
                    protected void updateItem(MappedSample.@Nullable Row row, boolean empty) {
                        super.updateItem(row, empty);
                        pseudoClassStateChanged(BROKEN, row != null && !row.violations().isEmpty());
                    }
                });
    }

    /** Shows the rows; columns stay while they are called the same, so that nothing jumps. */
    static void showMapped(TableView<MappedSample.Row> table, MappedSample sample) {
        List<String> names = new ArrayList<>(List.of("Line", "Rules broken"));
        names.addAll(sample.columns().subList(0, Math.min(MOST_COLUMNS, sample.columns().size())));
        if (!names.equals(table.getColumns().stream().map(TableColumn::getText).toList())) {
            List<TableColumn<MappedSample.Row, ?>> columns = new ArrayList<>();
            columns.add(
                    Cells.number(
                            "Line",
                            52,
                            MappedSample.Row::line,
                            line -> Numbers.count(line.longValue())));
            columns.add(Cells.text("Rules broken", 150, row -> RuleText.rules(row.violations())));
            for (int i = 0; i < names.size() - 2; i++) {
                int index = i;
                columns.add(
                        Cells.text(
                                names.get(i + 2),
                                WIDE.contains(names.get(i + 2)) ? 226 : 104,
                                row -> row.cells().get(index)));
            }
            columns.forEach(column -> column.setSortable(false));
            table.getColumns().setAll(columns);
        }
        table.getItems().setAll(sample.rows());
    }
}
