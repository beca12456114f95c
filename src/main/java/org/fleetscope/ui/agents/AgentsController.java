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
import org.fleetscope.ui.control.ColumnFit;
import org.fleetscope.ui.control.LoadPane;
import org.fleetscope.ui.control.SeverityBadge;
import org.fleetscope.ui.support.Change;
import org.fleetscope.ui.support.Numbers;

/** Binds the agents table. */
public final class AgentsController {
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

    private void addColumns() {
        TableColumn<AgentRow, ?> runs =
                Cells.number("Runs", 60, AgentRow::runs, count -> Numbers.count(count.longValue()));
        TableColumn<AgentRow, ?> score =
                Cells.number("Score", 56, AgentRow::score, value -> Numbers.fixed(value, 1));
        TableColumn<AgentRow, ?> course =
                Cells.node("Latency", 68, AgentRow::spark, Sparkline::new, Sparkline::setValues);
        table.getColumns()
                .setAll(
                        List.of(
                                Cells.text("Agent", 176, AgentRow::name),
                                Cells.text("Type", 136, AgentRow::type),
                                worstColumn(),
                                Cells.number(
                                        "Anomalies",
                                        80,
                                        AgentRow::findings,
                                        found -> Numbers.count(found.longValue())),
                                runs,
                                Cells.number(
                                        "p50, ms", 64, AgentRow::p50, ms -> Numbers.fixed(ms, 0)),
                                Cells.number(
                                        "p95, ms", 76, AgentRow::p95, ms -> Numbers.fixed(ms, 0)),
                                changeColumn(),
                                course,
                                Cells.number(
                                        "Accuracy, %",
                                        94, AgentRow::accuracy, Numbers::percentNumber),
                                Cells.number(
                                        "Success, %",
                                        90, AgentRow::successRate, Numbers::percentNumber),
                                score));
        ColumnFit.keep(table, List.of(score, course, runs));
    }

    private static TableColumn<AgentRow, Double> changeColumn() {
        TableColumn<AgentRow, Double> column =
                Cells.node(
                        "Latency change",
                        122,
                        AgentRow::latencyChange,
                        ChangeLabel::new,
                        (label, change) -> label.show(Change.relative(change, -1)));
        return column;
    }

    private static TableColumn<AgentRow, Double> worstColumn() {
        TableColumn<AgentRow, Double> column =
                Cells.node(
                        "Worst",
                        110,
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
