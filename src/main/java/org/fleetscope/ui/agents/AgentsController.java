package org.fleetscope.ui.agents;

import java.util.List;
import javafx.collections.transformation.SortedList;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.fleetscope.series.AgentRow;
import org.fleetscope.ui.chart.Sparkline;
import org.fleetscope.ui.control.Cells;
import org.fleetscope.ui.control.ChangeLabel;
import org.fleetscope.ui.control.LoadPane;
import org.fleetscope.ui.control.SeverityBadge;
import org.fleetscope.ui.support.Change;
import org.fleetscope.ui.support.Numbers;

/** Binds the agents table. */
public final class AgentsController {
    private static final double SCROLL_BAR = 20;

    private final AgentsViewModel model;

    @FXML private Label count;
    @FXML private TextField filter;
    @FXML private LoadPane pane;
    @FXML private TableView<AgentRow> table;

    public AgentsController(AgentsViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        count.textProperty().bind(model.count());
        filter.textProperty().bindBidirectional(model.filter());
        pane.follow(model.state(), List::isEmpty, model::retry);
        SortedList<AgentRow> sorted = new SortedList<>(model.shown());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.setPlaceholder(new Label("No agent has this in its name, type or host"));
        table.widthProperty().addListener((property, before, now) -> fitColumns());
        addColumns();
        table.setRowFactory(view -> {
            TableRow<AgentRow> row = new TableRow<>();
            row.setOnMouseClicked(event -> {
                if (event.getClickCount() == 2 && !row.isEmpty()) {
                    model.open(row.getItem());
                }
            });
            return row;
        });
        table.setOnKeyPressed(event -> {
            AgentRow selected = table.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && selected != null) {
                model.open(selected);
            }
        });
    }

    /** Columns share a wide table; in a narrow one they keep their width and scroll. */
    private void fitColumns() {
        double wanted = table.getColumns().stream().mapToDouble(TableColumn::getMinWidth).sum();
        table.setColumnResizePolicy(
                table.getWidth() < wanted + SCROLL_BAR
                        ? TableView.UNCONSTRAINED_RESIZE_POLICY
                        : TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
    }

    private void addColumns() {
        List<TableColumn<AgentRow, ?>> columns =
                List.of(
                        Cells.text("Agent", 164, AgentRow::name),
                        Cells.text("Type", 126, AgentRow::type),
                        worstColumn(),
                        Cells.number(
                                "Anomalies",
                                92,
                                AgentRow::findings,
                                found -> Numbers.count(found.longValue())),
                        Cells.number(
                                "Runs",
                                84,
                                AgentRow::runs,
                                runs -> Numbers.count(runs.longValue())),
                        Cells.number("p50, ms", 72, AgentRow::p50, ms -> Numbers.fixed(ms, 0)),
                        Cells.number("p95, ms", 72, AgentRow::p95, ms -> Numbers.fixed(ms, 0)),
                        changeColumn(),
                        Cells.node(
                                "Latency",
                                130,
                                AgentRow::spark,
                                Sparkline::new,
                                Sparkline::setValues),
                        Cells.number("Accuracy, %", 92, AgentRow::accuracy, Numbers::percentNumber),
                        Cells.number(
                                "Success, %", 88, AgentRow::successRate, Numbers::percentNumber),
                        Cells.number(
                                "Score", 60, AgentRow::score, score -> Numbers.fixed(score, 1)));
        table.getColumns().setAll(columns);
    }

    private static TableColumn<AgentRow, Double> changeColumn() {
        TableColumn<AgentRow, Double> column =
                Cells.node(
                        "Latency change",
                        128,
                        AgentRow::latencyChange,
                        ChangeLabel::new,
                        (label, change) -> label.show(Change.relative(change, -1)));
        return column;
    }

    private static TableColumn<AgentRow, Double> worstColumn() {
        TableColumn<AgentRow, Double> column =
                Cells.node(
                        "Worst",
                        112,
                        AgentRow::worst,
                        SeverityBadge::new,
                        (badge, worst) -> {
                            badge.setVisible(worst > 0);
                            badge.show(worst, true);
                        });
        column.setSortType(TableColumn.SortType.DESCENDING);
        return column;
    }
}
