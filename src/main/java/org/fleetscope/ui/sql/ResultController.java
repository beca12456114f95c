package org.fleetscope.ui.sql;

import java.util.List;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.fleetscope.report.TableFormat;
import org.fleetscope.ui.chart.TimeChart;
import org.fleetscope.ui.control.ShownLater;
import org.fleetscope.ui.control.StatePane;
import org.jspecify.annotations.Nullable;

/** Shows what became of a statement: rows as table or chart, a plan, or why it failed. */
public final class ResultController {
    private final SqlViewModel model;
    private final Consumer<SqlOutcome.Place> goTo;
    private final ToggleGroup views = new ToggleGroup();

    @FXML private Parent examplesPane;
    @FXML private VBox examples;
    @FXML private VBox failedPane;
    @FXML private Label failedTitle;
    @FXML private Label failedText;
    @FXML private TextFlow excerpt;
    @FXML private Button goToPlace;
    @FXML private StatePane stoppedPane;
    @FXML private VBox answerPane;
    @FXML private Label summary;
    @FXML private HBox axes;
    @FXML private ComboBox<Integer> x;
    @FXML private ComboBox<Integer> y;
    @FXML private ToggleButton asTable;
    @FXML private ToggleButton asChart;
    @FXML private MenuButton export;
    @FXML private TableView<List<@Nullable Object>> rows;
    @FXML private TimeChart timeChart;
    @FXML private BarList bars;
    @FXML private SplitPane planPane;
    @FXML private TableView<SqlPlan.Step> steps;
    @FXML private TextArea planText;
    @FXML private ProgressBar busy;

    private @Nullable ChartChoice chart;
    private boolean choosing;

    ResultController(SqlViewModel model, Consumer<SqlOutcome.Place> goTo) {
        this.model = model;
        this.goTo = goTo;
    }

    @FXML
    private void initialize() {
        ShownLater busyLater = new ShownLater(busy);
        model.running().subscribe(busyLater::show);
        SqlExample.ALL.forEach(this::addExample);
        views.getToggles().addAll(asTable, asChart);
        asTable.setSelected(true);
        views.selectedToggleProperty()
                .addListener((property, before, now) -> {
                    if (now == null) {
                        views.selectToggle(before);
                    } else {
                        arrange();
                    }
                });
        x.valueProperty().subscribe(column -> draw());
        y.valueProperty().subscribe(column -> draw());
        for (TableFormat format : TableFormat.values()) {
            MenuItem item = new MenuItem("All rows as " + format.name() + "…");
            item.setOnAction(event -> model.exports().toFile(lastSql(), format));
            export.getItems().add(item);
        }
        ResultTable.prepare(rows);
        steps.getColumns().setAll(PlanColumns.make());
        model.zone().subscribe(timeChart::setZone);
        model.outcome().subscribe(this::show);
    }

    private void addExample(SqlExample example) {
        Hyperlink title = new Hyperlink(example.title());
        title.setOnAction(event -> model.open(example.sql()));
        Label sql = new Label(example.sql());
        sql.getStyleClass().addAll("raw-row", "muted");
        VBox box = new VBox(title, sql);
        box.getStyleClass().add("sql-example");
        examples.getChildren().add(box);
    }

    private String lastSql() {
        return model.outcome().get() instanceof SqlOutcome.Answered answered ? answered.sql() : "";
    }

    private void show(SqlOutcome outcome) {
        switch (outcome) {
            case SqlOutcome.None() -> only(examplesPane);
            case SqlOutcome.Stopped() -> only(stoppedPane);
            case SqlOutcome.Failed failed -> {
                failed(failed);
                only(failedPane);
            }
            case SqlOutcome.Answered answered -> {
                answered(answered);
                only(answerPane);
            }
        }
    }

    private void only(Node shown) {
        for (Node node : List.of(examplesPane, failedPane, stoppedPane, answerPane)) {
            node.setVisible(node == shown);
        }
    }

    private void failed(SqlOutcome.Failed failed) {
        SqlOutcome.Place place = failed.place();
        failedTitle.setText(
                place == null
                        ? "The statement could not be run"
                        : "The statement could not be run: " + place.text());
        failedText.setText(failed.message());
        excerpt.getChildren().clear();
        goToPlace.setVisible(place != null);
        if (place != null) {
            excerpt(place);
            goToPlace.setOnAction(event -> goTo.accept(place));
        }
        excerpt.setVisible(place != null);
        excerpt.setManaged(place != null);
    }

    private void excerpt(SqlOutcome.Place place) {
        String line = place.lineText();
        int from = Math.min(place.column() - 1, line.length());
        int to = Math.clamp(from + (long) place.to() - place.from(), from, line.length());
        String wrong = from == line.length() ? "␣" : line.substring(from, to);
        Text marked = new Text(wrong);
        marked.getStyleClass().add("sql-wrong");
        Text before = new Text(line.substring(0, from));
        Text after = new Text(line.substring(to));
        excerpt.getChildren().setAll(before, marked, after);
    }

    private void answered(SqlOutcome.Answered answered) {
        summary.setText(answered.summary());
        SqlPlan plan = answered.plan();
        if (plan != null) {
            steps.getItems().setAll(plan.steps());
            planText.setText(plan.text());
            chart = null;
        } else {
            ResultTable.fill(rows, answered.answer());
            ChartChoice choice = new ChartChoice(answered.answer());
            chart = choice.isPossible() ? choice : null;
            offerColumns();
        }
        arrange();
    }

    private void offerColumns() {
        ChartChoice choice = chart;
        choosing = true;
        x.getItems().clear();
        y.getItems().clear();
        if (choice != null) {
            names(x, choice);
            names(y, choice);
            for (int i = 0; i < choice.answer().columns().size(); i++) {
                x.getItems().add(i);
            }
            y.getItems().setAll(choice.numbers());
            x.setValue(choice.defaultX());
            y.setValue(choice.defaultY());
        }
        choosing = false;
        draw();
    }

    private static void names(ComboBox<Integer> box, ChartChoice choice) {
        box.setCellFactory(list -> new ColumnCell(choice));
        box.setButtonCell(new ColumnCell(choice));
    }

    private void draw() {
        ChartChoice choice = chart;
        Integer along = x.getValue();
        Integer of = y.getValue();
        if (choosing || choice == null || along == null || of == null) {
            return;
        }
        if (choice.isTime(along)) {
            ChartChoice.Timed timed = choice.timed(along, of);
            timeChart.setTracks(List.of(timed.track()));
            timeChart.setRange(timed.range(), timed.range());
        } else {
            bars.show(choice.bars(along, of));
        }
        arrange();
    }

    private void arrange() {
        boolean plan =
                model.outcome().get() instanceof SqlOutcome.Answered answered
                        && answered.plan() != null;
        ChartChoice choice = chart;
        Integer along = x.getValue();
        boolean drawn = !plan && choice != null && asChart.isSelected();
        boolean overTime = choice != null && along != null && choice.isTime(along);
        boolean timed = drawn && overTime;
        asChart.setDisable(choice == null);
        planPane.setVisible(plan);
        rows.setVisible(!plan && !drawn);
        timeChart.setVisible(timed);
        bars.setVisible(drawn && !timed);
        visible(axes, drawn);
        visible(asTable, !plan);
        visible(asChart, !plan);
        visible(export, !plan);
    }

    private static void visible(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private static final class ColumnCell extends ListCell<Integer> {
        private final ChartChoice choice;

        ColumnCell(ChartChoice choice) {
            this.choice = choice;
        }

        @Override
        protected void updateItem(@Nullable Integer column, boolean empty) {
            super.updateItem(column, empty);
            setText(empty || column == null ? null : choice.column(column).name());
        }
    }
}
