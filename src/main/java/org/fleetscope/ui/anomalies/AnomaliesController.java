package org.fleetscope.ui.anomalies;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.util.StringConverter;
import org.fleetscope.model.Finding;
import org.fleetscope.ui.control.ColumnFit;
import org.fleetscope.ui.control.LoadPane;
import org.fleetscope.ui.control.StatePane;
import org.fleetscope.ui.support.Load;
import org.fleetscope.ui.support.MetricText;
import org.fleetscope.ui.support.Numbers;
import org.fleetscope.ui.support.Views;
import org.jspecify.annotations.Nullable;

/** Binds the filters and the table of findings, and places the run's detail beside it. */
public final class AnomaliesController {
    private final AnomaliesViewModel model;
    private final Runnable exportReport;

    @FXML private Label count;
    @FXML private ToggleButton asFindings;
    @FXML private ToggleButton asIncidents;
    @FXML private HBox filters;
    @FXML private StackPane listHost;
    @FXML private Button back;
    @FXML private Button report;
    @FXML private TextField text;
    @FXML private ComboBox<String> detector;
    @FXML private ComboBox<String> metric;
    @FXML private Slider severity;
    @FXML private Label severityText;
    @FXML private Button clear;
    @FXML private LoadPane pane;
    @FXML private TableView<Finding> table;
    @FXML private StackPane detailHost;

    public AnomaliesController(AnomaliesViewModel model, Runnable exportReport) {
        this.model = model;
        this.exportReport = exportReport;
    }

    @FXML
    private void initialize() {
        count.textProperty()
                .bind(
                        Bindings.when(model.asIncidents())
                                .then(model.incidents().count())
                                .otherwise(model.count()));
        report.setOnAction(event -> exportReport.run());
        text.textProperty().bindBidirectional(model.text());
        choice(detector, model.detector(), "All detectors", id -> id);
        choice(metric, model.metric(), "All metrics", id -> MetricText.metric(id).label());
        severity.valueProperty().bindBidirectional(model.minSeverity());
        severityText
                .textProperty()
                .bind(severity.valueProperty().map(value -> Numbers.fixed(value.doubleValue(), 0)));
        clear.setOnAction(event -> model.clearFilter());
        bindTable();
        placeSides();
        model.listed()
                .addListener((property, before, now) -> {
                    if (now instanceof Load.Ready<FindingList>(FindingList list)) {
                        show(list);
                    }
                });
    }

    /** Findings with their run, or incidents with their explanation and then a run of theirs. */
    private void placeSides() {
        BooleanProperty incidents = model.asIncidents();
        ToggleGroup group = new ToggleGroup();
        asFindings.setToggleGroup(group);
        asIncidents.setToggleGroup(group);
        incidents.subscribe(on -> group.selectToggle(on ? asIncidents : asFindings));
        group.selectedToggleProperty()
                .addListener((property, before, now) -> {
                    if (now == null) {
                        group.selectToggle(before);
                    } else {
                        incidents.set(now == asIncidents);
                    }
                });
        shownWhen(filters, incidents.not());
        Node cards =
                Views.load(
                        "/fxml/anomalies/IncidentsView.fxml",
                        new IncidentsController(model.incidents()));
        listHost.getChildren().add(cards);
        shownWhen(cards, incidents);
        shownWhen(pane, incidents.not());
        Node run =
                Views.load(
                        "/fxml/anomalies/RunDetailView.fxml",
                        new RunDetailController(model.detail()));
        Node incident =
                Views.load(
                        "/fxml/anomalies/IncidentDetailView.fxml",
                        new IncidentDetailController(model.incidents()));
        detailHost.getChildren().addAll(run, incident);
        BooleanBinding explained = incidents.and(model.incidents().runOpen().not());
        shownWhen(incident, explained);
        shownWhen(run, explained.not());
        shownWhen(back, incidents.and(model.incidents().runOpen()));
        back.setOnAction(event -> model.incidents().backToIncident());
    }

    private static void shownWhen(Node node, ObservableValue<Boolean> shown) {
        node.visibleProperty().bind(shown);
        node.managedProperty().bind(shown);
    }

    private void bindTable() {
        pane.follow(model.listed(), list -> list.total() == 0, model::retry);
        table.getColumns().setAll(new FindingColumns(model::agentName, model.times()).all());
        ColumnFit.keep(table, List.of(column(FindingColumn.HOST)));
        model.times().zoneProperty().subscribe(table::refresh);
        StatePane noMatch = new StatePane();
        noMatch.setIcon("mdi2f-filter-off-outline");
        noMatch.setTitle("No anomaly passes these filters");
        noMatch.setActionText("Clear the filters");
        noMatch.setOnAction(model::clearFilter);
        table.setPlaceholder(noMatch);
        table.setSortPolicy(this::sort);
        table.getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, now) -> {
                    if (now != null) {
                        model.open(now);
                    }
                });
    }

    private TableColumn<Finding, ?> column(FindingColumn wanted) {
        return table.getColumns().stream()
                .filter(column -> column.getUserData() == wanted)
                .findFirst()
                .orElseThrow();
    }

    private boolean sort(TableView<Finding> sorted) {
        if (sorted.getSortOrder().isEmpty()) {
            model.sort(null, false);
        } else {
            TableColumn<Finding, ?> column = sorted.getSortOrder().getFirst();
            boolean descending = column.getSortType() == TableColumn.SortType.DESCENDING;
            model.sort((FindingColumn) column.getUserData(), descending);
        }
        return true;
    }

    private void show(FindingList list) {
        table.setItems(FXCollections.observableList(list.rows()));
        offer(detector, list.detectors());
        offer(metric, list.metrics());
    }

    private static void offer(ComboBox<String> box, SortedSet<String> ids) {
        List<String> offered = new ArrayList<>(ids);
        offered.addFirst("");
        if (!offered.equals(box.getItems())) {
            String chosen = box.getValue();
            box.getItems().setAll(offered);
            box.setValue(offered.contains(chosen) ? chosen : "");
        }
    }

    private static void choice(
            ComboBox<String> box,
            StringProperty chosen,
            String all,
            Function<String, String> label) {
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable String id) {
                        return id == null || id.isEmpty() ? all : label.apply(id);
                    }

                    @Override
                    public String fromString(String shown) {
                        throw new UnsupportedOperationException("the choice is not editable");
                    }
                });
        box.getItems().add("");
        box.setValue("");
        box.valueProperty()
                .addListener((property, before, now) -> chosen.set(now == null ? "" : now));
        chosen.addListener((property, before, now) -> box.setValue(now));
    }
}
