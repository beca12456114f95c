package org.fleetscope.ui.timeline;

import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.fleetscope.series.BrushStatistics;
import org.fleetscope.series.RunSummary;
import org.jspecify.annotations.Nullable;

/** Binds the panel of a brush to its model. */
public final class BrushPanelController {
    private final TimelineViewModel model;

    @FXML private Label summary;

    @FXML private TableView<BrushStatistics.Row> statistics;

    @FXML private TableView<RunSummary> runs;

    public BrushPanelController(TimelineViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        summary.textProperty().bind(model.brush().summaryProperty());
        statistics.getColumns().setAll(StatisticsTable.columns());
        runs.getColumns().setAll(RunsTable.columns(model.times()));
        model.times().zoneProperty().subscribe(runs::refresh);
        runs.setRowFactory(_ -> row());
        runs.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    RunSummary selected = runs.getSelectionModel().getSelectedItem();
                    if (event.getCode() == KeyCode.ENTER && selected != null) {
                        model.chooseRun(selected.runIndex());
                        event.consume();
                    }
                });
        model.brush().statisticsProperty().subscribe(this::show);
    }

    private TableRow<RunSummary> row() {
        TableRow<RunSummary> row = new TableRow<>();
        row.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && row.getItem() != null) {
                model.chooseRun(row.getItem().runIndex());
            }
        });
        return row;
    }

    private void show(@Nullable BrushStatistics answer) {
        if (answer == null) {
            statistics.getItems().clear();
            runs.getItems().clear();
        } else {
            statistics.getItems().setAll(answer.rows());
            runs.getItems().setAll(answer.runs());
            runs.sort();
        }
    }

    @FXML
    private void narrowScope() {
        model.narrowScope();
    }

    @FXML
    private void clear() {
        model.clearBrush();
    }
}
