package org.fleetscope.ui.shell;

import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.fleetscope.ui.session.Choice;
import org.fleetscope.ui.session.Dimension;
import org.fleetscope.ui.support.Numbers;
import org.kordamp.ikonli.javafx.FontIcon;

/** Finds values of a dimension and puts them in or out of the scope. */
public final class ScopePickerController {
    private final ScopeBarModel model;
    private Dimension<?> dimension = Dimension.TYPE;

    @FXML private HBox dimensions;
    @FXML private TextField search;
    @FXML private ListView<Choice> choices;

    ScopePickerController(ScopeBarModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        ToggleGroup group = new ToggleGroup();
        for (Dimension<?> offered : Dimension.ALL) {
            ToggleButton button = new ToggleButton(offered.label());
            button.getStyleClass().add("small");
            button.setToggleGroup(group);
            button.setSelected(offered == dimension);
            button.setOnAction(event -> {
                button.setSelected(true);
                dimension = offered;
                list();
            });
            dimensions.getChildren().add(button);
        }
        search.textProperty().addListener((property, before, now) -> list());
        search.setOnAction(event -> toggle(choices.getItems().isEmpty() ? null : first()));
        search.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DOWN) {
                choices.requestFocus();
                choices.getSelectionModel().selectFirst();
            }
        });
        choices.setPlaceholder(new Label("No value has this in its name"));
        choices.setCellFactory(list -> new ChoiceCell());
        choices.setOnMouseClicked(event -> toggle(choices.getSelectionModel().getSelectedItem()));
        choices.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                toggle(choices.getSelectionModel().getSelectedItem());
            }
        });
        list();
    }

    private Choice first() {
        Choice selected = choices.getSelectionModel().getSelectedItem();
        return selected == null ? choices.getItems().getFirst() : selected;
    }

    private void list() {
        choices.getItems().setAll(model.choices(dimension, search.getText()));
    }

    private void toggle(@org.jspecify.annotations.Nullable Choice choice) {
        if (choice != null) {
            model.scopes().change(choice.toggled());
            choices.refresh();
        }
    }

    /** A value, its runs, and a tick when it is in the scope. */
    private final class ChoiceCell extends ListCell<Choice> {
        private final FontIcon tick = new FontIcon();
        private final Label name = new Label();
        private final Label runs = new Label();
        private final HBox row;

        ChoiceCell() {
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            runs.getStyleClass().addAll("muted", "number");
            row = new HBox(tick, name, gap, runs);
            row.getStyleClass().add("choice");
        }

        @Override
        protected void updateItem(@org.jspecify.annotations.Nullable Choice choice, boolean empty) {
            super.updateItem(choice, empty);
            if (empty || choice == null) {
                setGraphic(null);
                return;
            }
            boolean chosen = choice.chosen().test(model.scopes().get());
            tick.setIconLiteral(chosen ? "mdi2c-checkbox-marked" : "mdi2c-checkbox-blank-outline");
            name.setText(choice.label());
            runs.setText(Numbers.count(choice.runs()) + " runs");
            setGraphic(row);
        }
    }
}
