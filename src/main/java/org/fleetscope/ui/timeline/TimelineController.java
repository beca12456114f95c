package org.fleetscope.ui.timeline;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Pane;
import org.fleetscope.model.TimeRange;
import org.fleetscope.ui.chart.ChartTableView;
import org.fleetscope.ui.chart.TimeChart;
import org.fleetscope.ui.control.ShownLater;
import org.jspecify.annotations.Nullable;

/** Binds the agent timeline to its model. */
public final class TimelineController {
    private static final double BRUSH_SHARE = 0.66;

    private final TimelineViewModel model;

    @FXML private Pane header;

    @FXML private Label subtitle;

    @FXML private ProgressIndicator busy;

    @FXML private TextField from;

    @FXML private TextField to;

    @FXML private Label rangeMessage;

    @FXML private MenuButton metrics;

    @FXML private CheckBox logLatency;

    @FXML private LegendPane legend;

    @FXML private Label absentNote;

    @FXML private SplitPane split;

    @FXML private ScrollPane chartPane;

    @FXML private TimeChart chart;

    @FXML private ChartTableView table;

    @FXML private ToggleButton asTable;

    @FXML private Node brushPanel;

    @FXML private Pane statePane;

    @FXML private Label stateTitle;

    @FXML private Label stateText;

    @FXML private ProgressIndicator stateProgress;

    @FXML private Button retry;

    @FXML private Button showAll;

    public TimelineController(TimelineViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        bindHeader();
        bindChart();
        model.stateProperty().subscribe(this::showState);
        model.brush().rangeProperty().subscribe(this::showBrush);
    }

    private void bindHeader() {
        subtitle.textProperty().bind(model.subtitleProperty());
        model.busyProperty().subscribe(new ShownLater(busy)::show);
        from.textProperty().bindBidirectional(model.rangeInput().fromProperty());
        to.textProperty().bindBidirectional(model.rangeInput().toProperty());
        bindText(rangeMessage, model.rangeInput().messageProperty());
        bindText(absentNote, model.absentNoteProperty());
        logLatency.selectedProperty().bindBidirectional(model.logLatencyProperty());
        fillMetrics();
        model.metrics().subscribe(this::fillMetrics);
        model.detectorsProperty().subscribe(legend::setDetectors);
        BooleanBinding chosen =
                Bindings.createBooleanBinding(
                        () -> !(model.stateProperty().get() instanceof TimelineState.NoAgent),
                        model.stateProperty());
        show(header, chosen);
    }

    private static void bindText(Label label, ObservableValue<String> text) {
        label.textProperty().bind(text);
        show(label, label.textProperty().isNotEmpty());
    }

    private static void show(Node node, BooleanBinding when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(when);
    }

    private void fillMetrics() {
        metrics.getItems()
                .setAll(model.metrics().stream().map(TimelineController::menuItem).toList());
    }

    private static MenuItem menuItem(MetricChoice choice) {
        CheckMenuItem item = new CheckMenuItem(choice.metric().label());
        item.selectedProperty().bindBidirectional(choice.selectedProperty());
        return item;
    }

    private void bindChart() {
        model.times().zoneProperty().subscribe(chart::setZone);
        model.times().zoneProperty().subscribe(this::showTable);
        asTable.selectedProperty().subscribe(this::showTable);
        asTable.selectedProperty().subscribe(() -> showState(model.stateProperty().get()));
        model.titleProperty().subscribe(chart::setHeading);
        model.tracksProperty().subscribe(chart::setTracks);
        model.tracksProperty().subscribe(this::showTable);
        chartPane.vvalueProperty().subscribe(this::pinAxis);
        chartPane.viewportBoundsProperty().subscribe(this::pinAxis);
        chart.heightProperty().subscribe(this::pinAxis);
        model.rangeProperty()
                .subscribe(range -> chart.setRange(range, model.boundsProperty().get()));
        model.boundsProperty()
                .subscribe(bounds -> chart.setRange(model.rangeProperty().get(), bounds));
        model.logLatencyProperty().subscribe(() -> chart.setLogTracks(model.logTracks()));
        chart.setOnRangeRequested(
                range -> model.requestRange(range, chart.plotWidthProperty().get()));
        chart.setOnBrushed(model::brush);
        chart.setOnBrushCleared(model::clearBrush);
        chart.setOnMarkerChosen(marker -> model.chooseRun(marker.runIndex()));
    }

    private void showState(TimelineState state) {
        boolean shown = state instanceof TimelineState.Shown;
        chartPane.setVisible(shown && !asTable.isSelected());
        table.setVisible(shown && asTable.isSelected());
        statePane.setVisible(!shown);
        stateProgress.setVisible(state instanceof TimelineState.Loading);
        stateProgress.setManaged(state instanceof TimelineState.Loading);
        retry.setVisible(state instanceof TimelineState.Failed);
        retry.setManaged(state instanceof TimelineState.Failed);
        showAll.setVisible(state instanceof TimelineState.NoRuns);
        showAll.setManaged(state instanceof TimelineState.NoRuns);
        switch (state) {
            case TimelineState.NoAgent _ ->
                    say(
                            "No agent chosen",
                            "Open an agent from Agents, or a finding from Anomalies, to see its runs over time.");
            case TimelineState.Loading _ -> say("Loading the agent's runs…", "");
            case TimelineState.NoRuns _ ->
                    say(
                            "No runs in this range",
                            "Show all runs of the agent in scope, or widen the scope above.");
            case TimelineState.NoMetrics _ ->
                    say("No metric to show", "Choose metrics that these runs have under Metrics.");
            case TimelineState.Failed failed ->
                    say("The timeline could not be computed", failed.message());
            case TimelineState.Shown _ -> say("", "");
        }
    }

    private void showTable() {
        if (asTable.isSelected()) {
            table.show(model.tracksProperty().get(), model.times().zone());
        }
    }

    /** Keeps the time axis in view while tracks scroll. */
    private void pinAxis() {
        double height = chartPane.getViewportBounds().getHeight();
        double hidden = Math.max(0, chart.getHeight() - height);
        chart.setVisibleBottom(chartPane.getVvalue() * hidden + height);
    }

    private void say(String headline, String text) {
        stateTitle.setText(headline);
        stateText.setText(text);
    }

    private void showBrush(@Nullable TimeRange range) {
        chart.setBrush(range);
        if (range == null) {
            split.getItems().remove(brushPanel);
        } else if (!split.getItems().contains(brushPanel)) {
            split.getItems().add(brushPanel);
            split.setDividerPositions(BRUSH_SHARE);
        }
    }

    @FXML
    private void applyRange() {
        model.applyTypedRange();
    }

    @FXML
    private void resetZoom() {
        model.resetZoom();
    }

    @FXML
    private void retry() {
        model.reload();
    }
}
