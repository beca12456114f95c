package org.fleetscope.ui.aggregations;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.fleetscope.ui.control.LoadPane;
import org.fleetscope.ui.session.Snapshot;
import org.fleetscope.ui.support.Load;
import org.fleetscope.ui.support.Numbers;
import org.fleetscope.workspace.PeriodComparison;
import org.jspecify.annotations.Nullable;

/** Binds the pivot's choices, its table and the chart of what is selected in it. */
public final class AggregationsController {
    private final AggregationsViewModel model;
    private @Nullable PivotGrid grid;
    private @Nullable PivotColumns columns;
    private @Nullable PivotOrder order;
    private boolean showing;

    @FXML private Label count;
    @FXML private ComboBox<PivotDimension> outer;
    @FXML private ComboBox<PivotDimension> inner;
    @FXML private ComboBox<PivotDimension> column;
    @FXML private MenuButton measures;
    @FXML private ComboBox<PeriodComparison> comparison;
    @FXML private ToggleButton subtotals;
    @FXML private ToggleButton heat;
    @FXML private MenuButton export;
    @FXML private LoadPane pane;
    @FXML private TableView<Integer> table;
    @FXML private PivotChart chart;
    @FXML private Label cell;

    public AggregationsController(AggregationsViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        new PivotChoices(model, outer, inner, column, measures);
        PivotChoices.bindComparison(comparison, model);
        subtotals.selectedProperty().bindBidirectional(model.subtotals());
        heat.selectedProperty().bindBidirectional(model.heat());
        pane.follow(model.state(), answer -> answer.lines().isEmpty(), model::retry);
        model.state()
                .subscribe(load -> {
                    if (load instanceof Load.Ready<PivotGrid>(PivotGrid ready)) {
                        show(ready);
                    }
                });
        model.heat().subscribe((before, now) -> again());
        model.times().zoneProperty().subscribe((before, now) -> again());
        initializeTable();
        export.getItems()
                .setAll(
                        item("Table as CSV…", () -> exportTable(".csv")),
                        item("Table as JSON…", () -> exportTable(".json")),
                        item("Table as Excel workbook…", () -> exportTable(".xlsx")),
                        item("Chart as PNG…", () -> model.export(chart.picture())));
    }

    private void initializeTable() {
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.getSelectionModel().setCellSelectionEnabled(true);
        table.getSelectionModel()
                .getSelectedIndices()
                .addListener((InvalidationListener) change -> showSelectionSoon());
        table.getFocusModel()
                .focusedCellProperty()
                .addListener((InvalidationListener) change -> showSelectionSoon());
        table.setSortPolicy(view -> {
            PivotOrder sorts = order;
            if (sorts != null) {
                view.getItems().setAll(sorts.sorted(view.getComparator()));
            }
            return true;
        });
        table.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                narrow();
            }
        });
        table.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ENTER) {
                        narrow();
                        event.consume();
                    } else if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
                        copy();
                        event.consume();
                    }
                });
        MenuItem openAgent = item("Open the agent's timeline", this::openAgent);
        ContextMenu menu =
                new ContextMenu(
                        item("Narrow the scope to this cell", this::narrow),
                        openAgent,
                        item("Copy the selected lines", this::copy));
        menu.setOnShowing(event -> openAgent.setDisable(focusedAgent().isEmpty()));
        table.setContextMenu(menu);
    }

    private static MenuItem item(String text, Runnable run) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(event -> run.run());
        return item;
    }

    private void again() {
        if (grid != null) {
            show(grid);
        }
    }

    private void show(PivotGrid ready) {
        Snapshot names = model.snapshot().orElse(null);
        if (names == null) {
            return;
        }
        grid = ready;
        PivotColumns made = new PivotColumns(ready, names, model.times(), model.heat().get());
        columns = made;
        PivotOrder ordered = new PivotOrder(ready);
        order = ordered;
        table.getSortOrder().clear();
        table.getColumns().setAll(made.all());
        table.getItems().setAll(ordered.sorted(null));
        int left = ready.allColumns() - ready.columns().size();
        int groups =
                (int)
                        ready.lines().stream()
                                .filter(line -> line.kind() == PivotGrid.Kind.GROUP)
                                .count();
        count.setText(
                Numbers.count(groups)
                        + (groups == 1 ? " group" : " groups")
                        + (left == 0
                                ? ""
                                : ", the first "
                                        + PivotGrid.MOST_COLUMNS
                                        + " of "
                                        + Numbers.count(ready.allColumns())
                                        + " columns: choose longer windows or put them on rows"));
        showSelection();
    }

    /** Once for all the changes that one gesture makes to the selection. */
    private void showSelectionSoon() {
        if (!showing) {
            showing = true;
            Platform.runLater(() -> {
                showing = false;
                showSelection();
            });
        }
    }

    /** The chart and the line of words follow what is selected; the total stands in for nothing. */
    private void showSelection() {
        PivotGrid shown = grid;
        PivotColumns text = columns;
        if (shown == null || text == null || shown.lines().isEmpty()) {
            return;
        }
        List<Integer> lines = selectedLines();
        PivotColumns.Place place = focusedPlace();
        chart.show(shown, text, lines.isEmpty() ? standIn(shown) : lines, place.measure());
        cell.setText(
                lines.isEmpty()
                        ? "Select lines to chart them. Enter or a double click narrows the scope to a cell."
                        : words(shown, text, lines.getFirst(), place));
    }

    private List<Integer> selectedLines() {
        return table.getSelectionModel().getSelectedIndices().stream()
                .filter(row -> row >= 0 && row < table.getItems().size())
                .distinct()
                .map(table.getItems()::get)
                .toList();
    }

    /** The total, or without columns all groups. */
    private static List<Integer> standIn(PivotGrid shown) {
        if (!shown.layout().column().isNone()) {
            return List.of(shown.lines().size() - 1);
        }
        List<Integer> groups = new ArrayList<>();
        for (int line = 0; line < shown.lines().size(); line++) {
            if (shown.lines().get(line).kind() == PivotGrid.Kind.GROUP) {
                groups.add(line);
            }
        }
        return groups;
    }

    private PivotColumns.Place focusedPlace() {
        TableColumn<?, ?> focused = table.getFocusModel().getFocusedCell().getTableColumn();
        return focused != null && focused.getUserData() instanceof PivotColumns.Place place
                ? place
                : new PivotColumns.Place(grid == null ? 0 : grid.total(), 0, false);
    }

    private static String words(
            PivotGrid shown, PivotColumns text, int line, PivotColumns.Place place) {
        PivotMeasure measure = shown.layout().measures().get(place.measure());
        String value = measure.text(shown.value(line, place.column(), place.measure()));
        String when =
                shown.layout().column().isNone() ? "" : " · " + text.columnText(place.column());
        return PivotChart.name(shown, text, line)
                + when
                + " · "
                + measure.label()
                + " "
                + (value.isEmpty() ? "missing" : value);
    }

    private int focusedLine() {
        int row = table.getFocusModel().getFocusedCell().getRow();
        return row >= 0 && row < table.getItems().size() ? table.getItems().get(row) : -1;
    }

    private void narrow() {
        int line = focusedLine();
        if (grid != null && line >= 0) {
            model.narrow(grid, line, focusedPlace().column());
        }
    }

    private Optional<UUID> focusedAgent() {
        int line = focusedLine();
        return grid == null || line < 0 ? Optional.empty() : model.agent(grid, line);
    }

    private void openAgent() {
        focusedAgent().ifPresent(model::openAgent);
    }

    private void copy() {
        if (columns == null) {
            return;
        }
        List<Integer> lines = selectedLines();
        ClipboardContent content = new ClipboardContent();
        content.putString(
                PivotText.tabbed(columns.table(lines.isEmpty() ? table.getItems() : lines)));
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void exportTable(String ending) {
        if (columns != null) {
            model.export(columns.table(table.getItems()), ending);
        }
    }
}
