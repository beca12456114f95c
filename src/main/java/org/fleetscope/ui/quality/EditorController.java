package org.fleetscope.ui.quality;

import java.util.Map;
import java.util.TreeMap;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.control.cell.TextFieldTableCell;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.fleetscope.model.BulkFix;
import org.fleetscope.model.QuarantinedRow;
import org.fleetscope.model.RowField;
import org.fleetscope.model.RuleViolation;
import org.fleetscope.ui.control.Cells;
import org.fleetscope.ui.control.StatePane;
import org.fleetscope.ui.support.Load;
import org.fleetscope.ui.support.Numbers;
import org.fleetscope.workspace.Quarantine.Check;
import org.fleetscope.workspace.Quarantine.EditableRow;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Binds the editor of one rejected row and the change for all rows listed. */
public final class EditorController {
    private final QualityViewModel list;
    private final RepairModel model;
    private final RowEditor row;
    private final ToggleGroup ways = new ToggleGroup();

    @FXML private VBox whole;
    @FXML private VBox verdict;
    @FXML private Label title;
    @FXML private ToggleButton asFields;
    @FXML private ToggleButton asText;
    @FXML private Button reset;
    @FXML private Button readmit;
    @FXML private TableView<RowField> fields;
    @FXML private TextArea text;
    @FXML private ComboBox<BulkFix.Operation> operation;
    @FXML private ComboBox<String> field;
    @FXML private TextField operand;
    @FXML private Button tryFix;
    @FXML private Button fix;
    @FXML private Label tried;
    @FXML private StatePane none;

    EditorController(QualityViewModel list) {
        this.list = list;
        this.model = list.repair();
        this.row = model.editor();
    }

    @FXML
    private void initialize() {
        ways.getToggles().setAll(asFields, asText);
        asFields.setSelected(true);
        ways.selectedToggleProperty()
                .addListener((property, before, now) -> {
                    if (now == null && before != null) {
                        before.setSelected(true);
                    }
                });
        fields.visibleProperty().bind(asFields.selectedProperty());
        text.visibleProperty().bind(asText.selectedProperty());
        text.textProperty().bindBidirectional(row.text());
        text.setOnKeyPressed(event -> {
            if (new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN).match(event)) {
                model.readmit();
                event.consume();
            }
        });
        addFieldColumns();
        reset.setOnAction(event -> row.reset());
        reset.setTooltip(new Tooltip("Back to the row as it stands in the file"));
        readmit.setOnAction(event -> model.readmit());
        readmit.disableProperty().bind(model.canReadmit().not());
        row.row().addListener((property, before, now) -> show(now));
        row.check().addListener((property, before, now) -> show(now));
        bindBulk();
        show(row.row().get());
    }

    private void addFieldColumns() {
        TableColumn<RowField, String> name = Cells.text("Field", 150, RowField::name);
        TableColumn<RowField, String> value = Cells.text("Value", 220, RowField::value);
        value.setCellFactory(TextFieldTableCell.forTableColumn());
        value.setOnEditCommit(
                event -> row.setField(event.getTablePosition().getRow(), event.getNewValue()));
        name.setSortable(false);
        value.setSortable(false);
        fields.getColumns().add(name);
        fields.getColumns().add(value);
        fields.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        fields.setPlaceholder(
                new Label("This row can't be taken apart. Edit its text until it parses."));
    }

    private void bindBulk() {
        operation.getItems().setAll(BulkFix.Operation.values());
        operation.setConverter(new Words());
        operation.setValue(BulkFix.Operation.DIVIDE);
        operation
                .valueProperty()
                .subscribe(now -> {
                    boolean keep = now == BulkFix.Operation.KEEP;
                    field.setDisable(keep);
                    operand.setDisable(keep || now == BulkFix.Operation.REMOVE);
                });
        tryFix.setOnAction(event -> bulk(wanted -> model.trial().start(list.filter(), wanted)));
        fix.setOnAction(event -> bulk(wanted -> model.fix(list.filter(), wanted)));
        fix.disableProperty().bind(model.busy());
        operand.setOnAction(event -> tryFix.fire());
        tried.textProperty().bind(model.trial().tried());
    }

    private void bulk(java.util.function.Consumer<BulkFix> with) {
        String name = field.getEditor().getText();
        try {
            with.accept(
                    new BulkFix(operation.getValue(), name == null ? "" : name, operand.getText()));
        } catch (IllegalArgumentException e) {
            model.trial().refuse(String.valueOf(e.getMessage()));
        }
    }

    /** Offers the fields that rows are at fault with. */
    void offer(java.util.List<String> names) {
        String typed = field.getEditor().getText();
        field.getItems().setAll(names);
        if ((typed == null || typed.isEmpty()) && !names.isEmpty()) {
            field.setValue(names.getFirst());
        } else if (names.size() == 1) {
            field.setValue(names.getFirst());
        }
    }

    /** The rows of a selection with their texts, for {@link RepairModel#readmit(Map)}. */
    static Map<Long, String> texts(Iterable<QuarantinedRow> rows) {
        Map<Long, String> texts = new TreeMap<>();
        for (QuarantinedRow row : rows) {
            // A selection that is changing has gaps.
            if (row != null) {
                texts.put(row.id(), row.raw());
            }
        }
        return texts;
    }

    private void show(Load<EditableRow> loaded) {
        EditableRow shown = loaded.latest().orElse(null);
        whole.setVisible(shown != null);
        none.setVisible(shown == null);
        if (loaded instanceof Load.Failed<EditableRow>(String message, Throwable cause)) {
            none.setTitle("This row can't be opened");
            none.setText(message);
        }
        if (shown == null) {
            return;
        }
        boolean open = shown.row().repair() == null;
        title.setText(
                QualityColumns.fileName(shown.row().origin().file())
                        + ", line "
                        + Numbers.count(shown.row().origin().line())
                        + (open ? "" : " · repaired"));
        title.setTooltip(new Tooltip(shown.row().origin().file()));
        text.setEditable(open);
        fields.setEditable(open);
        if (shown.fields().isEmpty()) {
            asText.setSelected(true);
        }
    }

    private void show(@Nullable Check check) {
        if (check == null) {
            verdict.getChildren().clear();
            return;
        }
        ObservableList<RowField> shown = FXCollections.observableArrayList(check.fields());
        if (!shown.equals(fields.getItems())) {
            fields.setItems(shown);
        }
        verdict.getChildren().clear();
        if (check.admissible()) {
            String good =
                    check.alreadyThere()
                            ? "A row that says the same is stored already"
                            : "Breaks no error rule";
            Label label = new Label(good, new FontIcon("mdi2c-check-circle"));
            label.getStyleClass().add("check-good");
            label.setWrapText(true);
            verdict.getChildren().add(label);
        }
        for (RuleViolation violation : check.violations()) {
            Label message = new Label(violation.message());
            message.setWrapText(true);
            HBox chip = new HBox(RuleChips.chip(violation.ruleId(), violation.severity()));
            verdict.getChildren().add(new VBox(chip, message));
        }
    }

    /** Names of what can be done to a field. */
    private static final class Words extends javafx.util.StringConverter<BulkFix.Operation> {
        @Override
        public String toString(BulkFix.@Nullable Operation operation) {
            return switch (operation) {
                case MULTIPLY -> "Multiply";
                case DIVIDE -> "Divide";
                case SET -> "Set";
                case REMOVE -> "Remove";
                case KEEP -> "Re-admit as is";
                case null -> "";
            };
        }

        @Override
        public BulkFix.Operation fromString(String shown) {
            throw new UnsupportedOperationException("the choice is not editable");
        }
    }
}
