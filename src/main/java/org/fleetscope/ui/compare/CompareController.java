package org.fleetscope.ui.compare;

import java.util.List;
import javafx.collections.transformation.SortedList;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.util.StringConverter;
import org.fleetscope.model.MetricDifference;
import org.fleetscope.ui.control.ColumnFit;
import org.fleetscope.ui.control.LoadPane;
import org.fleetscope.ui.control.StatePane;
import org.fleetscope.ui.support.Load;
import org.jspecify.annotations.Nullable;

/** Binds the choice of what is compared with what, and the table of differences. */
public final class CompareController {
    private final CompareViewModel model;

    @FXML private Label count;
    @FXML private Label before;
    @FXML private Label now;
    @FXML private ComboBox<Reference> reference;
    @FXML private Button pin;
    @FXML private Button recording;
    @FXML private Button export;
    @FXML private TextField filter;
    @FXML private CheckBox onlySure;
    @FXML private CheckBox onlyFleet;
    @FXML private LoadPane pane;
    @FXML private TableView<MetricDifference> table;

    public CompareController(CompareViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        count.textProperty().bind(model.count());
        before.textProperty().bind(model.before());
        now.textProperty().bind(model.now());
        reference.setConverter(new Titles());
        reference.setItems(model.offered());
        reference.valueProperty().bindBidirectional(model.reference());
        pin.setOnAction(event -> model.pin());
        recording.setOnAction(event -> model.chooseRecording());
        export.setOnAction(event -> model.export());
        filter.textProperty().bindBidirectional(model.text());
        onlySure.selectedProperty().bindBidirectional(model.onlySure());
        onlyFleet.selectedProperty().bindBidirectional(model.onlyFleet());
        model.state().addListener((property, old, state) -> explainEmpty(state));
        pane.follow(model.state(), compared -> compared.differences().isEmpty(), model::retry);
        bindTable();
    }

    private void bindTable() {
        SortedList<MetricDifference> sorted = new SortedList<>(model.shown());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        StatePane noMatch = new StatePane();
        noMatch.setIcon("mdi2f-filter-off-outline");
        noMatch.setTitle("No difference passes these filters");
        noMatch.setActionText("Clear the filters");
        noMatch.setOnAction(model::clearFilter);
        table.setPlaceholder(noMatch);
        List<TableColumn<MetricDifference, ?>> columns = new CompareColumns(model::agentName).all();
        table.getColumns().setAll(columns);
        ColumnFit.keep(table, CompareColumns.leftOutFirst(columns));
        table.setRowFactory(view -> {
            TableRow<MetricDifference> row = new TableRow<>();
            row.setOnMouseClicked(event -> {
                if (event.getClickCount() == 2 && !row.isEmpty()) {
                    model.open(row.getItem());
                }
            });
            return row;
        });
        table.setOnKeyPressed(event -> {
            MetricDifference selected = table.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && selected != null) {
                model.open(selected);
            }
        });
    }

    private void explainEmpty(Load<Compared> state) {
        if (state instanceof Load.Ready<Compared>(Compared compared)) {
            boolean nothingBefore = compared.runsA() == 0;
            pane.setEmptyTitle(
                    nothingBefore ? "There is no run to compare with" : "Nothing to compare");
            pane.setEmptyText(
                    nothingBefore
                            ? "The data does not reach back that far. Choose another reference, or"
                                    + " pin a scope and then move to another."
                            : "Choose another reference.");
        }
    }

    private static final class Titles extends StringConverter<Reference> {
        @Override
        public String toString(@Nullable Reference reference) {
            return reference == null ? "" : reference.title();
        }

        @Override
        public Reference fromString(String text) {
            throw new UnsupportedOperationException("a reference is chosen, not typed");
        }
    }
}
