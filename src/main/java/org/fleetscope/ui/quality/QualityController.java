package org.fleetscope.ui.quality;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import org.fleetscope.model.QuarantineFilter.State;
import org.fleetscope.model.QuarantinedRow;
import org.fleetscope.model.RejectedRow;
import org.fleetscope.model.RuleSeverity;
import org.fleetscope.ui.control.LoadPane;
import org.fleetscope.ui.support.Load;
import org.fleetscope.ui.support.Views;
import org.fleetscope.workspace.QualityReport;
import org.fleetscope.workspace.QualityReport.FieldCount;
import org.fleetscope.workspace.QualityReport.RuleLine;
import org.jspecify.annotations.Nullable;

/** Binds filters, rules and rejected rows, and places the editor under them. */
public final class QualityController {
    private final QualityViewModel model;
    private final LimitsModel limitsModel;
    private final EditorController editor;
    private final ImportNames names;
    private final RuleDetail detail;
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
    @FXML private ScrollPane ruleScroll;
    @FXML private LoadPane rowsPane;
    @FXML private TableView<QuarantinedRow> rows;
    @FXML private StackPane editorHost;
    @FXML private StackPane limitsHost;

    public QualityController(QualityViewModel model, LimitsModel limitsModel) {
        this.model = model;
        this.limitsModel = limitsModel;
        this.editor = new EditorController(model);
        this.names = new ImportNames(model.times());
        this.detail = new RuleDetail(model.times());
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
        new RowsBinding(model, rows, rowsPane).bind(this::readmitSelected);
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
        RejectExports exports = repair.exports();
        export.getItems()
                .setAll(
                        item(
                                "One line a broken rule, CSV…",
                                () -> exports.toFile(model.filter(), RejectExports.Format.CSV)),
                        item(
                                "One line a broken rule, NDJSON…",
                                () -> exports.toFile(model.filter(), RejectExports.Format.NDJSON)),
                        item(
                                "Rows as in their files, repaired…",
                                () -> exports.toFolder(model.filter())));
    }

    private static MenuItem item(String title, Runnable run) {
        MenuItem item = new MenuItem(title);
        item.setOnAction(event -> run.run());
        return item;
    }

    private void bindFilters() {
        imports.setConverter(names);
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
        position.textProperty().bind(model.list().position());
        next.setOnAction(event -> model.list().next());
        next.disableProperty().bind(model.list().hasNext().not());
        previous.setOnAction(event -> model.list().previous());
        previous.disableProperty().bind(model.list().hasPrevious().not());
    }

    private void bindRules() {
        rulesPane.follow(model.report(), found -> found.imports().isEmpty(), model::retry);
        ruleScroll.setContent(detail);
        QualityColumns.ofRules(rules, model.times());
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
    }

    private void show(QualityReport found) {
        filling = true;
        List<@Nullable Long> ids = new ArrayList<>();
        ids.add(null);
        found.imports().reversed().forEach(line -> ids.add(line.importId()));
        names.set(found.imports());
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
            detail.show(found);
            editor.offer(fields(found.rules()));
        } else {
            show(again);
        }
    }

    private void show(RuleLine line) {
        detail.show(line);
        if (line.severity() == RuleSeverity.WARNING && line.rows() > 0) {
            model.flagged(line.id());
        } else {
            editor.offer(fields(List.of(line)));
        }
    }

    private static List<String> fields(List<RuleLine> lines) {
        return lines.stream()
                .flatMap(line -> line.fields().stream())
                .map(FieldCount::field)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    private void showFlagged(List<RejectedRow> flagged) {
        RuleLine chosen = rules.getSelectionModel().getSelectedItem();
        boolean wanted =
                chosen != null
                        && !flagged.isEmpty()
                        && chosen.id().equals(flagged.getFirst().violations().getFirst().ruleId());
        if (wanted) {
            detail.add(flagged);
        }
    }

    /** Re-admits the rows selected in the table, each as it was edited or as it stands. */
    public void readmitSelected() {
        model.repair().readmit(EditorController.texts(rows.getSelectionModel().getSelectedItems()));
    }
}
