package org.fleetscope.ui.preview;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import org.fleetscope.ui.control.Cells;
import org.fleetscope.ui.support.Load;
import org.fleetscope.workspace.FieldDraft;
import org.fleetscope.workspace.ForeignPreview;
import org.fleetscope.workspace.MappingDraft;
import org.jspecify.annotations.Nullable;

/** Binds the mapping: one row a field, its source and conversion, and what it is saved as. */
final class MappingController {
    private final PreviewViewModel model;
    private final ObservableList<MappingRow> rows = FXCollections.observableArrayList();
    private boolean showing;

    @FXML private Label source;
    @FXML private ComboBox<String> mapping;
    @FXML private TextField zone;
    @FXML private TextField timeFormat;
    @FXML private TextField name;
    @FXML private MenuButton save;
    @FXML private MenuItem savePersonal;
    @FXML private MenuItem saveHere;
    @FXML private Label saved;
    @FXML private TableView<MappingRow> table;

    MappingController(PreviewViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        source.textProperty().bind(model.mapping().source());
        source.setTooltip(new Tooltip());
        source.getTooltip().textProperty().bind(model.mapping().source());
        saved.textProperty().bind(model.mapping().message());
        saved.visibleProperty().bind(model.mapping().message().isNotEmpty());
        saved.managedProperty().bind(saved.visibleProperty());
        mapping.setItems(model.mapping().mappings());
        mapping.setOnAction(event -> {
            String chosen = mapping.getValue();
            if (!showing && chosen != null) {
                model.mapping().choose(chosen);
            }
        });
        ReadingController.onCommit(zone, this::times);
        ReadingController.onCommit(timeFormat, this::times);
        name.textProperty()
                .addListener((property, before, now) -> {
                    if (!showing) {
                        model.mapping().rename(now);
                    }
                });
        savePersonal.setOnAction(event -> model.mapping().save(false));
        saveHere.setOnAction(event -> model.mapping().save(true));
        save.setOnShowing(event -> saveHere.setDisable(!model.mapping().canSaveHere()));
        columns();
        model.preview().addListener((property, before, now) -> showPreview(now));
        model.mapping().draft().addListener((property, before, now) -> showDraft(now));
    }

    private void times() {
        if (!showing) {
            model.mapping().times(zone.getText().strip(), timeFormat.getText().strip());
        }
    }

    private void columns() {
        TableColumn<MappingRow, String> rules =
                following("Rules broken", 150, model.mapping()::broken, model.mapping().sample());
        rules.setId("field-rules");
        List<TableColumn<MappingRow, ?>> columns =
                List.of(
                        following("Field", 210, FieldDraft::field, model.mapping().draft()),
                        control("Comes from", 230, () -> new SourceCell(model), SourceCell::show),
                        control(
                                "Conversion or constant",
                                180,
                                () -> new ConversionCell(model.mapping()::edit),
                                ConversionCell::show),
                        following(
                                "First values",
                                320,
                                model.mapping()::values,
                                model.mapping().draft()),
                        rules);
        columns.forEach(column -> column.setSortable(false));
        table.getColumns().setAll(columns);
        table.setItems(rows);
        FocusFollower.keep(table);
    }

    private static <N extends Node> TableColumn<MappingRow, FieldDraft> control(
            String title, double width, Supplier<N> make, BiConsumer<N, FieldDraft> show) {
        TableColumn<MappingRow, FieldDraft> column =
                Cells.node(title, width, row -> row.field().get(), make, show);
        column.setCellValueFactory(row -> row.getValue().field());
        return column;
    }

    /** Text that follows the field and what else it is about. */
    private static TableColumn<MappingRow, String> following(
            String title, double width, Function<FieldDraft, String> text, Observable of) {
        TableColumn<MappingRow, String> column =
                Cells.text(title, width, row -> text.apply(row.field().get()));
        column.setCellValueFactory(row ->
                Bindings.createStringBinding(
                        () -> text.apply(row.getValue().field().get()),
                        row.getValue().field(),
                        of));
        return column;
    }

    private void showPreview(Load<ForeignPreview> load) {
        boolean ready = load instanceof Load.Ready<ForeignPreview>;
        save.setDisable(!ready);
        if (ready) {
            showing = true;
            mapping.setValue(null);
            showing = false;
        }
    }

    private void showDraft(@Nullable MappingDraft now) {
        if (now == null) {
            rows.clear();
            return;
        }
        showing = true;
        if (!name.getText().equals(now.name())) {
            name.setText(now.name());
        }
        zone.setText(now.zone());
        timeFormat.setText(now.timeFormat());
        if (rows.size() == now.fields().size()) {
            for (int i = 0; i < rows.size(); i++) {
                rows.get(i).field().set(now.fields().get(i));
            }
        } else {
            rows.setAll(now.fields().stream().map(MappingRow::new).toList());
        }
        showing = false;
    }
}
