package org.fleetscope.ui.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.fleetscope.model.QuarantineFilter.State;
import org.fleetscope.model.QuarantinedRow;
import org.fleetscope.model.RejectedRow;
import org.fleetscope.model.RuleSeverity;
import org.fleetscope.ui.control.LoadPane;
import org.fleetscope.ui.support.Load;
import org.fleetscope.ui.support.Numbers;
import org.fleetscope.ui.support.Views;
import org.fleetscope.workspace.QualityReport;
import org.fleetscope.workspace.QualityReport.DriftLine;
import org.fleetscope.workspace.QualityReport.FieldCount;
import org.fleetscope.workspace.QualityReport.ImportLine;
import org.fleetscope.workspace.QualityReport.RuleLine;
import org.jspecify.annotations.Nullable;

/** Binds filters, rules and rejected rows, and places the editor under them. */
public final class QualityController {
    private final QualityViewModel model;
    private final LimitsModel limitsModel;
    private final EditorController editor;
    private boolean filling;

    @FXML private Label summary;
    @FXML private Button undo;
    @FXML private Button redo;
    @FXML private MenuButton export;
    @FXML private ToggleButton limits;
    @FXML private ComboBox<@Nullable Long> imports;
    @FXML private ComboBox<State> state;
    @FXML private TextField text;
    @FXML private Button ruleChip;
    @FXML private Label position;
    @FXML private Button previous;
    @FXML private Button next;
    @FXML private SplitPane split;
    @FXML private LoadPane rulesPane;
    @FXML private TableView<RuleLine> rules;
    @FXML private VBox ruleDetail;
    @FXML private LoadPane rowsPane;
    @FXML private TableView<QuarantinedRow> rows;
    @FXML private StackPane editorHost;
    @FXML private StackPane limitsHost;

    public QualityController(QualityViewModel model, LimitsModel limitsModel) {
        this.model = model;
        this.limitsModel = limitsModel;
        this.editor = new EditorController(model);
    }

    @FXML
    private void initialize() {
        summary.textProperty().bind(model.summary());
        editorHost.getChildren().add(Views.load("/fxml/quality/EditorView.fxml", editor));
        limitsHost
                .getChildren()
                .add(
                        Views.load(
                                "/fxml/quality/LimitsView.fxml",
                                new LimitsController(limitsModel)));
        limitsHost.visibleProperty().bind(limits.selectedProperty());
        split.visibleProperty().bind(limits.selectedProperty().not());
        limits.selectedProperty()
                .addListener((property, before, now) -> {
                    if (now) {
                        limitsModel.load();
                    }
                });
        bindCommands();
        bindFilters();
        bindRules();
        bindRows();
    }

    private void bindCommands() {
        RepairModel repair = model.repair();
        undo.setOnAction(event -> repair.undo());
        undo.disableProperty().bind(repair.canUndo().not());
        redo.setOnAction(event -> repair.redo());
        redo.disableProperty().bind(repair.canRedo().not());
        repair.history()
                .subscribe(now -> {
                    undo.setTooltip(
                            now.undoable() == null
                                    ? null
                                    : new Tooltip("Undo: " + now.undoable().description()));
                    redo.setTooltip(
                            now.redoable() == null
                                    ? null
                                    : new Tooltip("Redo: " + now.redoable().description()));
                });
        export.getItems()
                .setAll(
                        item("One line a broken rule, CSV…", RepairModel.Export.CSV),
                        item("One line a broken rule, NDJSON…", RepairModel.Export.NDJSON),
                        item("Rows as in their files, repaired…", RepairModel.Export.SOURCE));
    }

    private MenuItem item(String title, RepairModel.Export what) {
        MenuItem item = new MenuItem(title);
        item.setOnAction(event -> model.repair().export(model.filter(), what));
        return item;
    }

    private void bindFilters() {
        imports.setConverter(new ImportNames());
        imports.getItems().add(null);
        imports.valueProperty()
                .addListener((property, before, now) -> {
                    if (!filling) {
                        model.importId().set(now);
                    }
                });
        model.importId().addListener((property, before, now) -> imports.setValue(now));
        state.getItems().setAll(State.values());
        state.setConverter(new StateNames());
        state.valueProperty().bindBidirectional(model.state());
        text.textProperty().bindBidirectional(model.text());
        ruleChip.textProperty().bind(model.rule());
        ruleChip.visibleProperty().bind(model.rule().isNotNull());
        ruleChip.managedProperty().bind(ruleChip.visibleProperty());
        ruleChip.setOnAction(event -> model.rule().set(null));
        ruleChip.setTooltip(new Tooltip("List the rows of all rules again"));
        position.textProperty().bind(model.position());
        next.setOnAction(event -> model.next());
        next.disableProperty().bind(model.hasNext().not());
        previous.setOnAction(event -> model.previous());
        previous.disableProperty().bind(model.hasPrevious().not());
    }

    private void bindRules() {
        rulesPane.follow(model.report(), found -> found.imports().isEmpty(), model::retry);
        QualityColumns.ofRules(rules);
        rules.getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, now) -> {
                    if (!filling && now != null) {
                        boolean listed = now.rows() > 0 && now.severity() == RuleSeverity.ERROR;
                        model.rule().set(listed ? now.id() : null);
                        show(now);
                    }
                });
        model.rule()
                .addListener((property, before, now) -> {
                    RuleLine chosen = rules.getSelectionModel().getSelectedItem();
                    if (now == null && chosen != null && chosen.id().equals(before)) {
                        rules.getSelectionModel().clearSelection();
                    }
                });
        model.report()
                .addListener((property, before, now) -> {
                    if (now instanceof Load.Ready<QualityReport>(QualityReport found)) {
                        show(found);
                    }
                });
        model.flagged()
                .addListener((property, before, now) -> now.latest().ifPresent(this::showFlagged));
        showIntroduction(null);
    }

    private void show(QualityReport found) {
        filling = true;
        List<@Nullable Long> ids = new ArrayList<>();
        ids.add(null);
        found.imports().reversed().forEach(line -> ids.add(line.importId()));
        ((ImportNames) imports.getConverter()).lines = found.imports();
        if (!ids.equals(imports.getItems())) {
            imports.getItems().setAll(ids);
            imports.setValue(model.importId().get());
        }
        String chosen = model.rule().get();
        rules.setItems(FXCollections.observableList(found.rules()));
        RuleLine again =
                found.rules().stream()
                        .filter(line -> line.id().equals(chosen))
                        .findFirst()
                        .orElse(null);
        if (again != null) {
            rules.getSelectionModel().select(again);
        }
        filling = false;
        if (again == null) {
            showIntroduction(found);
        } else {
            show(again);
        }
        editor.offer(
                (again == null ? found.rules().stream() : java.util.stream.Stream.of(again))
                        .flatMap(line -> line.fields().stream())
                        .map(FieldCount::field)
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .toList());
    }

    private void show(RuleLine line) {
        Label name = new Label(line.id());
        name.getStyleClass().add("card-title");
        Label good = new Label("Good when " + line.explanation());
        good.setWrapText(true);
        ruleDetail.getChildren().setAll(name, good);
        if (line.rows() == 0) {
            ruleDetail.getChildren().add(muted("Every row keeps it."));
            return;
        }
        for (FieldCount field : line.fields()) {
            ruleDetail
                    .getChildren()
                    .add(
                            muted(
                                    (field.field().isEmpty() ? "whole row" : field.field())
                                            + ": "
                                            + Numbers.count(field.rows())
                                            + (field.rows() == 1 ? " row" : " rows")));
        }
        QualityReport.Trend trend = line.trend();
        if (trend != null) {
            TrendBars bars = new TrendBars();
            bars.getStyleClass().add("trend-large");
            bars.show(trend);
            ruleDetail.getChildren().addAll(bars, TrendTable.axis(trend, model.times()));
            ruleDetail.getChildren().addAll(TrendTable.of(trend, model.times()));
        }
        if (line.severity() == RuleSeverity.WARNING) {
            ruleDetail
                    .getChildren()
                    .add(muted("The rows are kept and flagged. The first of them:"));
            model.flagged(line.id());
            return;
        }
        editor.offer(
                line.fields().stream()
                        .map(FieldCount::field)
                        .filter(field -> !field.isEmpty())
                        .toList());
    }

    private void showFlagged(List<RejectedRow> flagged) {
        RuleLine chosen = rules.getSelectionModel().getSelectedItem();
        for (RejectedRow row : flagged) {
            boolean wanted =
                    chosen != null && chosen.id().equals(row.violations().getFirst().ruleId());
            if (wanted) {
                Label line =
                        new Label(
                                QualityColumns.fileName(row.origin().file())
                                        + ", line "
                                        + Numbers.count(row.origin().line())
                                        + ": "
                                        + row.violations().getFirst().message());
                line.setWrapText(true);
                ruleDetail.getChildren().add(line);
            }
        }
    }

    private void showDrift(List<DriftLine> drift) {
        if (drift.isEmpty()) {
            return;
        }
        Label title = new Label("Drift against earlier imports");
        title.getStyleClass().add("card-title");
        ruleDetail.getChildren().add(title);
        for (DriftLine line : drift) {
            Label message =
                    new Label(
                            "Import "
                                    + line.importId()
                                    + ", "
                                    + line.subject()
                                    + ": "
                                    + line.message());
            message.setWrapText(true);
            HBox chip = new HBox(RuleChips.chip(line.rule(), RuleSeverity.WARNING));
            ruleDetail.getChildren().addAll(chip, message);
        }
    }

    private void showIntroduction(@Nullable QualityReport found) {
        ruleDetail.getChildren().clear();
        if (found == null) {
            return;
        }
        ruleDetail
                .getChildren()
                .addAll(
                        muted(
                                Numbers.count(found.accepted())
                                        + " accepted, "
                                        + Numbers.count(found.skippedExisting())
                                        + " there already, of "
                                        + Numbers.count(found.rowsRead())
                                        + " rows read."),
                        muted("Choose a rule for its rows, its explanation and its trend."));
        showDrift(found.drift());
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        label.setWrapText(true);
        return label;
    }

    private void bindRows() {
        rowsPane.follow(model.page(), page -> page.rows().isEmpty(), model::retry);
        rowsPane.setEmptyTitle("Nothing was rejected");
        model.report().subscribe(now -> nothing(now.latest().orElse(null)));
        model.state().subscribe(now -> nothing(model.report().get().latest().orElse(null)));
        model.rule().subscribe(now -> nothing(model.report().get().latest().orElse(null)));
        model.text().subscribe(now -> nothing(model.report().get().latest().orElse(null)));
        QualityColumns.ofRows(rows);
        rows.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        rows.getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, now) -> {
                    if (!filling && now != null) {
                        model.repair().open(now.id());
                    }
                });
        MenuItem many = new MenuItem("Re-admit the selected rows");
        many.setOnAction(event -> readmitSelected());
        rows.setContextMenu(new javafx.scene.control.ContextMenu(many));
        many.disableProperty()
                .bind(
                        Bindings.isEmpty(rows.getSelectionModel().getSelectedItems())
                                .or(model.repair().busy()));
        model.page()
                .addListener((property, before, now) -> {
                    if (now
                            instanceof
                            Load.Ready<QualityViewModel.Page>(QualityViewModel.Page page)) {
                        show(page);
                    }
                });
    }

    /** Re-admits the rows selected in the table, each as it was edited or as it stands. */
    public void readmitSelected() {
        model.repair()
                .readmit(
                        EditorController.texts(
                                rows.getSelectionModel().getSelectedItems().stream()
                                        .filter(Objects::nonNull)
                                        .toList()));
    }

    private void nothing(@Nullable QualityReport found) {
        boolean narrowed = model.rule().get() != null || !model.text().get().isBlank();
        if (narrowed) {
            rowsPane.setEmptyTitle("No row passes these filters");
            rowsPane.setEmptyText("Remove the rule or the text to see rows again.");
        } else if (model.state().get() == State.REPAIRED) {
            rowsPane.setEmptyTitle("Nothing was repaired yet");
            rowsPane.setEmptyText("Rows that you re-admit are listed here with their originals.");
        } else {
            rowsPane.setEmptyTitle("Nothing is in quarantine");
            rowsPane.setEmptyText(
                    found == null
                            ? ""
                            : Numbers.count(found.accepted())
                                    + " rows passed "
                                    + found.rules().size()
                                    + " rules.");
        }
    }

    private void show(QualityViewModel.Page page) {
        filling = true;
        rows.setItems(FXCollections.observableList(page.rows()));
        filling = false;
        if (page.rows().isEmpty()) {
            model.repair().close();
        } else {
            rows.getSelectionModel().selectFirst();
            rows.scrollTo(0);
        }
    }

    /** "Import 2 · 12 Mar 10:00 · runs.ndjson". */
    private final class ImportNames extends StringConverter<@Nullable Long> {
        private List<ImportLine> lines = List.of();

        @Override
        public String toString(@Nullable Long id) {
            return lines.stream()
                    .filter(line -> id != null && line.importId() == id)
                    .findFirst()
                    .map(line ->
                            "Import "
                                    + line.importId()
                                    + " · "
                                    + model.times().brief(line.startedAt())
                                    + " · "
                                    + (line.files().size() == 1
                                            ? QualityColumns.fileName(line.files().getFirst())
                                            : line.files().size() + " files"))
                    .orElse("All imports");
        }

        @Override
        public @Nullable Long fromString(String shown) {
            throw new UnsupportedOperationException("the choice is not editable");
        }
    }

    private static final class StateNames extends StringConverter<State> {
        @Override
        public String toString(@Nullable State state) {
            return switch (state) {
                case OPEN -> "In quarantine";
                case REPAIRED -> "Repaired";
                case ALL -> "All rejected";
                case null -> "";
            };
        }

        @Override
        public State fromString(String shown) {
            throw new UnsupportedOperationException("the choice is not editable");
        }
    }
}
