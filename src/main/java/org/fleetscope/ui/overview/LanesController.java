package org.fleetscope.ui.overview;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.fleetscope.model.Severity;
import org.fleetscope.series.Lanes;
import org.fleetscope.ui.chart.ChartTableView;
import org.fleetscope.ui.chart.LaneChart;
import org.fleetscope.ui.chart.TimeChart;
import org.fleetscope.ui.control.LoadPane;
import org.fleetscope.ui.control.SeverityBadge;
import org.fleetscope.ui.support.Load;
import org.fleetscope.ui.support.Numbers;

/** Binds the swim lanes. */
public final class LanesController {
    private final LanesModel model;
    private final Map<Lanes.By, ToggleButton> choices = new EnumMap<>(Lanes.By.class);

    @FXML private Label title;
    @FXML private HBox legend;
    @FXML private ToggleButton agents;
    @FXML private ToggleButton types;
    @FXML private ToggleButton hosts;
    @FXML private ToggleButton asLaneTable;
    @FXML private LoadPane lanesPane;
    @FXML private LaneChart laneChart;
    @FXML private ChartTableView laneTable;

    public LanesController(LanesModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        lanesPane.follow(model.state(), lanes -> lanes.lanes().isEmpty(), model::retry);
        choices.put(Lanes.By.AGENT, agents);
        choices.put(Lanes.By.TYPE, types);
        choices.put(Lanes.By.HOST, hosts);
        ToggleGroup group = new ToggleGroup();
        choices.forEach((by, button) -> {
            button.setToggleGroup(group);
            button.setOnAction(event -> model.by().set(by));
        });
        model.by()
                .subscribe(by -> {
                    ToggleButton button = choices.get(by);
                    if (button != null) {
                        group.selectToggle(button);
                    }
                });
        for (Severity band : Severity.values()) {
            SeverityBadge badge = new SeverityBadge();
            badge.show(band.from(), false);
            badge.setMinWidth(Region.USE_PREF_SIZE);
            legend.getChildren().addFirst(badge);
        }
        laneChart.setTimes(model.times());
        laneChart.setOnCellChosen((lane, bucket) -> model.open(laneChart.getLanes(), lane, bucket));
        laneChart.setOnLaneChosen(lane -> model.openLane(laneChart.getLanes(), lane));
        laneChart.setOnBrushed(cells -> model.narrow(laneChart.getLanes(), cells));
        laneChart.plotWidthProperty().subscribe(width -> model.fit(width.intValue()));
        laneChart.visibleProperty().bind(asLaneTable.selectedProperty().not());
        laneTable.visibleProperty().bind(asLaneTable.selectedProperty());
        asLaneTable.selectedProperty().subscribe(this::showTable);
        model.times().zoneProperty().addListener((property, before, now) -> showTable());
        model.state()
                .addListener((property, before, now) -> {
                    if (now instanceof Load.Ready<Lanes>(Lanes lanes)) {
                        show(lanes);
                    }
                });
    }

    /** Has the lanes follow the time axis of a chart above them. */
    void alignWith(TimeChart chart) {
        laneChart.alignWith(chart);
    }

    private void show(Lanes lanes) {
        laneChart.setLanes(lanes);
        long found = lanes.lanes().stream().filter(lane -> lane.count() > 0).count();
        title.setText(
                "Anomalies of "
                        + Numbers.count(found)
                        + " of "
                        + Numbers.count(lanes.lanes().size())
                        + ' '
                        + lanes.by().label().toLowerCase(java.util.Locale.ROOT));
        showTable();
    }

    private void showTable() {
        Optional<Lanes> lanes = model.state().get().latest();
        if (asLaneTable.isSelected()) {
            lanes.ifPresent(now -> laneTable.show(now, model.times()));
        }
    }
}
