package org.fleetscope.ui.overview;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import javafx.fxml.FXML;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import org.fleetscope.model.Finding;
import org.fleetscope.series.FleetTimeline;
import org.fleetscope.series.Overview;
import org.fleetscope.series.Tile;
import org.fleetscope.ui.chart.ChartTableView;
import org.fleetscope.ui.chart.TimeChart;
import org.fleetscope.ui.control.FindingCell;
import org.fleetscope.ui.control.LoadPane;
import org.fleetscope.ui.control.MetricTile;
import org.fleetscope.ui.support.Load;
import org.fleetscope.ui.support.Numbers;

/** Binds tiles, timeline and worst findings. */
public final class OverviewController {
    private static final int TILES_IN_ONE_ROW = 5;
    private static final String QUARANTINED = "quarantined";

    private final OverviewViewModel model;

    @FXML private LoadPane pane;
    @FXML private GridPane tiles;
    @FXML private TimeChart chart;
    @FXML private ChartTableView table;
    @FXML private LanesController lanesController;
    @FXML private ToggleButton asTable;
    @FXML private Hyperlink all;
    @FXML private ListView<Finding> findings;

    public OverviewController(OverviewViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        pane.follow(model.state(), overview -> overview.tiles().isEmpty(), model::retry);
        lanesController.alignWith(chart);
        chart.setHeading("The fleet over time");
        chart.setLogTracks(Set.of(FleetTracks.LATENCY));
        chart.visibleProperty().bind(asTable.selectedProperty().not());
        table.visibleProperty().bind(asTable.selectedProperty());
        asTable.selectedProperty().subscribe(this::showTable);
        model.times().zoneProperty().subscribe(this::showZone);
        chart.setOnBrushed(model::narrow);
        all.setOnAction(event -> model.openAll());
        findings.setPlaceholder(new Label("No anomaly in this scope"));
        findings.setCellFactory(list -> new FindingCell(model::agentName, model.times()));
        findings.setOnMouseClicked(event -> openSelected());
        findings.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                openSelected();
            }
        });
        model.state()
                .addListener((property, before, now) -> {
                    if (now instanceof Load.Ready<Overview>(Overview overview)) {
                        show(overview);
                    }
                });
    }

    private void showZone(ZoneId zone) {
        chart.setZone(zone);
        showTable();
        findings.refresh();
    }

    private void showTable() {
        if (asTable.isSelected()) {
            model.state()
                    .get()
                    .latest()
                    .ifPresent(overview ->
                            table.show(
                                    FleetTracks.listed(overview.timeline()), model.times().zone()));
        }
    }

    private void openSelected() {
        Finding selected = findings.getSelectionModel().getSelectedItem();
        if (selected != null) {
            model.open(selected);
        }
    }

    private void show(Overview overview) {
        showTiles(overview.tiles());
        FleetTimeline fleet = overview.timeline();
        chart.setBrush(null);
        chart.setRange(fleet.range(), fleet.range());
        chart.setTracks(FleetTracks.of(fleet));
        showTable();
        findings.getItems().setAll(overview.top());
        all.setText("All " + Numbers.count(overview.findingCount()));
    }

    private void showTiles(List<Tile> shown) {
        int columns = shown.size() <= TILES_IN_ONE_ROW ? shown.size() : (shown.size() + 1) / 2;
        tiles.getChildren().clear();
        tiles.getColumnConstraints().clear();
        for (int i = 0; i < columns; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / columns);
            tiles.getColumnConstraints().add(column);
        }
        for (int i = 0; i < shown.size(); i++) {
            MetricTile tile = new MetricTile(shown.get(i));
            if (shown.get(i).id().equals(QUARANTINED)) {
                tile.setOnOpen("Show rejected rows", model::openRejected);
            }
            tiles.add(tile, i % columns, i / columns);
        }
    }
}
