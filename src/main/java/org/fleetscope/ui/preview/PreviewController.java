package org.fleetscope.ui.preview;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.fleetscope.ui.control.Cells;
import org.fleetscope.ui.control.LoadPane;
import org.fleetscope.ui.support.Load;
import org.fleetscope.workspace.FieldDraft;
import org.fleetscope.workspace.ForeignPreview;
import org.fleetscope.workspace.ForeignPreviews;
import org.fleetscope.workspace.MappedSample;
import org.fleetscope.workspace.MappingDraft;
import org.jspecify.annotations.Nullable;

/** Binds the import preview. */
public final class PreviewController {
    private static final String BY_CONTENT = "by its content";
    private static final String TAB = "tab";
    private static final KeyCombination IMPORT = KeyCombination.valueOf("Shortcut+Enter");
    private static final List<Charset> CHARSETS =
            List.of(
                    StandardCharsets.UTF_8,
                    StandardCharsets.ISO_8859_1,
                    Charset.forName("windows-1252"),
                    StandardCharsets.UTF_16LE,
                    StandardCharsets.UTF_16BE);

    private final PreviewViewModel model;
    private final ObservableList<FieldDraft> fields = FXCollections.observableArrayList();
    private boolean showing;

    @FXML private StackPane root;
    @FXML private Label file;
    @FXML private Label facts;
    @FXML private ComboBox<String> format;
    @FXML private ComboBox<String> encoding;
    @FXML private ComboBox<String> delimiter;
    @FXML private ComboBox<String> mapping;
    @FXML private TextField zone;
    @FXML private TextField timeFormat;
    @FXML private TextField name;
    @FXML private MenuButton save;
    @FXML private MenuItem savePersonal;
    @FXML private MenuItem saveHere;
    @FXML private Button importButton;
    @FXML private Button cancel;
    @FXML private LoadPane pane;
    @FXML private TableView<FieldDraft> mappingTable;
    @FXML private LoadPane samplePane;
    @FXML private TableView<MappedSample.Row> sampleTable;
    @FXML private TableView<List<@Nullable String>> rawTable;
    @FXML private Label summary;
    @FXML private Label broken;
    @FXML private Label runs;
    @FXML private Label messages;
    @FXML private Label source;
    @FXML private Label saved;

    public PreviewController(PreviewViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        root.visibleProperty().bind(model.open());
        root.managedProperty().bind(model.open());
        source.textProperty().bind(model.source());
        saved.textProperty().bind(model.message());
        pane.follow(model.preview(), ready -> ready.values().isEmpty(), model::retry);
        samplePane.follow(model.sample(), ready -> ready.rows().isEmpty(), model::retry);
        mapping.setItems(model.mappings());
        mapping.setOnAction(event -> {
            String chosen = mapping.getValue();
            if (!showing && chosen != null) {
                model.choose(chosen);
            }
        });
        choices();
        tables();
        commands();
        model.preview().addListener((property, before, now) -> showPreview(now));
        model.draft().addListener((property, before, now) -> showDraft(now));
        model.sample().addListener((property, before, now) -> showSample(now));
    }

    private void choices() {
        List<String> formats = new ArrayList<>(List.of(BY_CONTENT));
        formats.addAll(ForeignPreviews.formats());
        format.getItems().setAll(formats);
        List<String> encodings = new ArrayList<>(List.of(BY_CONTENT));
        CHARSETS.forEach(charset -> encodings.add(charset.name()));
        encoding.getItems().setAll(encodings);
        format.setOnAction(event -> readAs());
        encoding.setOnAction(event -> readAs());
        delimiter.getItems().setAll(BY_CONTENT, ",", ";", TAB, "|");
        delimiter.setOnAction(event -> {
            String by = chosen(delimiter);
            if (!showing) {
                model.delimitedBy(TAB.equals(by) ? "\t" : by);
            }
        });
        onCommit(zone, this::times);
        onCommit(timeFormat, this::times);
        name.textProperty()
                .addListener((property, before, now) -> {
                    if (!showing) {
                        model.rename(now);
                    }
                });
    }

    private static void onCommit(TextField field, Runnable commit) {
        field.setOnAction(event -> commit.run());
        field.focusedProperty()
                .addListener((property, before, now) -> {
                    if (!now) {
                        commit.run();
                    }
                });
    }

    private void times() {
        if (!showing) {
            model.times(zone.getText().strip(), timeFormat.getText().strip());
        }
    }

    private void readAs() {
        if (!showing) {
            String charset = chosen(encoding);
            model.readAs(chosen(format), charset == null ? null : Charset.forName(charset));
        }
    }

    private static @Nullable String chosen(ComboBox<String> from) {
        String value = from.getValue();
        return value == null || value.equals(BY_CONTENT) ? null : value;
    }

    private void tables() {
        TableColumn<FieldDraft, FieldDraft> from =
                Cells.<FieldDraft, FieldDraft, SourceCell>node(
                        "Comes from",
                        230,
                        field -> field,
                        () -> new SourceCell(model),
                        SourceCell::show);
        TableColumn<FieldDraft, FieldDraft> conversion =
                Cells.<FieldDraft, FieldDraft, ConversionCell>node(
                        "Conversion or constant",
                        180,
                        field -> field,
                        () -> new ConversionCell(model::edit),
                        ConversionCell::show);
        TableColumn<FieldDraft, String> rules = Cells.text("Rules broken", 150, model::broken);
        rules.setId("field-rules");
        List<TableColumn<FieldDraft, ?>> columns =
                List.of(
                        Cells.text("Field", 210, FieldDraft::field),
                        from,
                        conversion,
                        Cells.text("First values", 320, model::values),
                        rules);
        columns.forEach(column -> column.setSortable(false));
        mappingTable.getColumns().setAll(columns);
        mappingTable.setItems(fields);
        PreviewTables.markBroken(sampleTable);
        sampleTable
                .getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, now) -> showMessages(now));
    }

    private void commands() {
        importButton.setOnAction(event -> model.importNow());
        cancel.setOnAction(event -> model.close());
        savePersonal.setOnAction(event -> model.save(false));
        saveHere.setOnAction(event -> model.save(true));
        save.setOnShowing(event -> saveHere.setDisable(!model.canSaveHere()));
        root.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (IMPORT.match(event)) {
                        model.importNow();
                        event.consume();
                    }
                });
        root.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        model.close();
                        event.consume();
                    }
                });
    }

    private void showPreview(Load<ForeignPreview> load) {
        boolean ready = load instanceof Load.Ready<ForeignPreview>;
        importButton.setDisable(!ready);
        save.setDisable(!ready);
        if (load instanceof Load.Ready<ForeignPreview>(ForeignPreview now)) {
            showing = true;
            file.setText(String.valueOf(now.path().getFileName()));
            facts.setText(facts(now));
            format.setValue(now.read().format() == null ? BY_CONTENT : now.read().format());
            Charset charset = now.read().charset();
            encoding.setValue(charset == null ? BY_CONTENT : charset.name());
            String by = now.read().csv().delimiter();
            delimiter.setValue(by == null ? BY_CONTENT : by.equals("\t") ? TAB : by);
            delimiter.setDisable(!now.format().equals("csv"));
            mapping.setValue(null);
            PreviewTables.showRaw(rawTable, now);
            showing = false;
            importButton.requestFocus();
        }
    }

    private static String facts(ForeignPreview now) {
        List<String> parts = new ArrayList<>();
        parts.add(now.format());
        parts.add(now.encoding());
        if (!now.compression().equals("none")) {
            parts.add(now.compression());
        }
        parts.addAll(
                now.dialect().entrySet().stream()
                        .filter(entry -> isSaid(entry.getValue()))
                        .map(PreviewController::fact)
                        .collect(Collectors.toList()));
        parts.add(now.columns().size() + (now.columns().size() == 1 ? " column" : " columns"));
        return String.join(" \u00b7 ", parts);
    }

    private static boolean isSaid(Object value) {
        return !value.equals(Boolean.FALSE) && !value.equals(0) && !value.equals(0L);
    }

    private static String fact(Map.Entry<String, Object> entry) {
        String what = entry.getKey().replace('_', ' ');
        Object value = entry.getValue();
        return value.equals(Boolean.TRUE)
                ? what
                : what + " " + (value.equals("\t") ? "tab" : value);
    }

    private void showDraft(@Nullable MappingDraft now) {
        if (now == null) {
            fields.clear();
            return;
        }
        showing = true;
        if (!name.getText().equals(now.name())) {
            name.setText(now.name());
        }
        zone.setText(now.zone());
        timeFormat.setText(now.timeFormat());
        if (fields.size() == now.fields().size()) {
            for (int i = 0; i < fields.size(); i++) {
                if (!fields.get(i).equals(now.fields().get(i))) {
                    fields.set(i, now.fields().get(i));
                }
            }
        } else {
            fields.setAll(now.fields());
        }
        showing = false;
    }

    private void showSample(Load<MappedSample> load) {
        if (load instanceof Load.Ready<MappedSample>(MappedSample now)) {
            summary.setText(RuleText.summary(now));
            String rules = RuleText.broken(now);
            text(broken, rules);
            text(runs, now.runs() == null ? "" : "Runs are " + now.runs());
            PreviewTables.showMapped(sampleTable, now);
            mappingTable.refresh();
        } else if (load instanceof Load.Failed<MappedSample>) {
            summary.setText("The mapping can't be used as it is");
            text(broken, "");
            text(runs, "");
        }
        showMessages(sampleTable.getSelectionModel().getSelectedItem());
    }

    private void showMessages(MappedSample.@Nullable Row row) {
        text(messages, row == null ? "" : RuleText.messages(row.violations()));
    }

    private static void text(Label label, String text) {
        label.setText(text);
        visible(label, !text.isEmpty());
    }

    private static void visible(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
