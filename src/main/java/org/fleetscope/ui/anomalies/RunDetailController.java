package org.fleetscope.ui.anomalies;

import java.util.ArrayList;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.fleetscope.model.RowOrigin;
import org.fleetscope.model.Unit;
import org.fleetscope.series.RunDetail;
import org.fleetscope.series.RunSummary;
import org.fleetscope.ui.control.Cells;
import org.fleetscope.ui.control.LoadPane;
import org.fleetscope.ui.control.SeverityBadge;
import org.fleetscope.ui.control.StatePane;
import org.fleetscope.ui.support.JsonText;
import org.fleetscope.ui.support.Load;
import org.fleetscope.ui.support.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * Shows one run: its findings, fields, computed values with their reasons, its source line, its
 * neighbours.
 */
public final class RunDetailController {
    private final RunDetailModel model;
    private final List<FeatureRow> featureRows = new ArrayList<>();

    @FXML private StatePane nothing;
    @FXML private LoadPane pane;
    @FXML private Label agent;
    @FXML private Label type;
    @FXML private Button copy;
    @FXML private Label time;
    @FXML private Button timeline;
    @FXML private ScrollPane scroll;
    @FXML private VBox findings;
    @FXML private GridPane facts;
    @FXML private Label customTitle;
    @FXML private GridPane custom;
    @FXML private Label featuresTitle;
    @FXML private VBox features;
    @FXML private ToggleButton pretty;
    @FXML private Button copyRow;
    @FXML private Label origin;
    @FXML private TextArea row;
    @FXML private Label neighboursTitle;
    @FXML private TableView<RunSummary> neighbours;

    RunDetailController(RunDetailModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        pane.follow(
                model.detail(),
                run -> false,
                () ->
                        model.detail()
                                .get()
                                .latest()
                                .ifPresent(run -> model.showRun(run.runIndex())));
        neighbours
                .getColumns()
                .setAll(
                        List.of(
                                Cells.text(
                                        "Time", 164, run -> model.times().millis(run.recordedAt())),
                                Cells.number(
                                        "Latency, ms",
                                        96,
                                        RunSummary::latencyMs,
                                        ms -> Numbers.fixed(ms, 1)),
                                Cells.number(
                                        "Accuracy, %",
                                        96, RunSummary::accuracy, Numbers::percentNumber),
                                Cells.node(
                                        "Worst",
                                        100,
                                        RunSummary::worst,
                                        SeverityBadge::new,
                                        (badge, worst) -> {
                                            badge.setVisible(worst > 0);
                                            badge.show(worst, true);
                                        })));
        neighbours.setRowFactory(view -> {
            TableRow<RunSummary> made = new TableRow<>();
            made.setOnMouseClicked(event -> {
                if (event.getClickCount() == 2 && !made.isEmpty()) {
                    model.showRun(made.getItem().runIndex());
                }
            });
            return made;
        });
        neighbours.setOnKeyPressed(event -> {
            RunSummary selected = neighbours.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && selected != null) {
                model.showRun(selected.runIndex());
            }
        });
        pretty.selectedProperty()
                .addListener((property, before, now) -> showRow(model.rawRow().get()));
        copyRow.setOnAction(event -> toClipboard(row.getText()));
        model.rawRow().addListener((property, before, now) -> showRow(now));
        model.detail().addListener((property, before, now) -> show(now));
        model.times().zoneProperty().subscribe(zone -> show(model.detail().get()));
    }

    private void show(Load<RunDetail> state) {
        boolean chosen = !(state instanceof Load.Idle<RunDetail>);
        nothing.setVisible(!chosen);
        pane.setVisible(chosen);
        if (state instanceof Load.Ready<RunDetail>(RunDetail run)) {
            show(run);
        }
    }

    private void show(RunDetail run) {
        agent.setText(run.agentName());
        type.setText(run.agentType());
        time.setText(
                model.times().millis(run.summary().recordedAt()) + " " + model.times().zoneName());
        timeline.setOnAction(event -> model.showOnTimeline(run));
        copy.setOnAction(event -> toClipboard(RunText.of(run, model.times())));
        findings.getChildren().setAll(run.findings().stream().map(FindingCard::new).toList());
        fill(facts, RunText.facts(run));
        fill(
                custom,
                run.custom().stream()
                        .map(value ->
                                new RunText.Fact(
                                        value.name(), Numbers.of(value.value(), Unit.NONE)))
                        .toList());
        show(customTitle, !run.custom().isEmpty());
        showFeatures(run.features());
        show(featuresTitle, !run.features().isEmpty());
        RowOrigin from = run.origin();
        origin.setText(
                from.file()
                        + ", line "
                        + Numbers.count(from.line())
                        + ", byte "
                        + Numbers.count(from.byteOffset())
                        + (run.repaired()
                                ? " (repaired: the line is the original, see Data quality)"
                                : ""));
        neighbours.getItems().setAll(run.neighbours());
        show(neighboursTitle, !run.neighbours().isEmpty());
        show(neighbours, !run.neighbours().isEmpty());
        scroll.setVvalue(0);
    }

    /** Rows are kept from run to run: making their nodes anew is what a choice would wait for. */
    private void showFeatures(List<RunDetail.Explained> shown) {
        for (int i = featureRows.size(); i < shown.size(); i++) {
            featureRows.add(new FeatureRow());
        }
        for (int i = 0; i < shown.size(); i++) {
            featureRows.get(i).show(shown.get(i));
        }
        if (features.getChildren().size() != shown.size()) {
            features.getChildren().setAll(featureRows.subList(0, shown.size()));
        }
    }

    private void showRow(Load<String> state) {
        switch (state) {
            case Load.Idle<String>() -> row.setText("");
            case Load.Loading<String>(@Nullable String previous) ->
                    row.setText("Reading the line…");
            case Load.Ready<String>(String line) ->
                    row.setText(pretty.isSelected() ? JsonText.pretty(line) : line);
            case Load.Failed<String>(String message, Throwable cause) -> row.setText(message);
        }
    }

    private static void fill(GridPane grid, List<RunText.Fact> shown) {
        grid.getChildren().clear();
        for (RunText.Fact fact : shown) {
            Label name = new Label(fact.name());
            name.getStyleClass().add("muted");
            name.setMinWidth(Region.USE_PREF_SIZE);
            Label value = new Label(fact.value());
            value.setWrapText(true);
            grid.addRow(grid.getRowCount(), name, value);
        }
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    private static void toClipboard(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
