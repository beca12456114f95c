package org.fleetscope.ui.shell;

import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.fleetscope.ui.action.Action;
import org.fleetscope.ui.action.ActionRegistry;
import org.jspecify.annotations.Nullable;

/** The command palette: type a few letters of an action, press Enter. */
public final class PaletteController {
    private final ActionRegistry actions;

    @FXML private StackPane scrim;
    @FXML private VBox card;
    @FXML private TextField search;
    @FXML private ListView<Action> found;

    PaletteController(ActionRegistry actions) {
        this.actions = actions;
    }

    @FXML
    private void initialize() {
        scrim.setVisible(false);
        scrim.setOnMouseClicked(event -> hide());
        card.setOnMouseClicked(event -> event.consume());
        found.setPlaceholder(new Label("No action has this in its name"));
        found.setCellFactory(list -> new ActionCell());
        found.setFocusTraversable(false);
        found.setOnMouseClicked(event -> perform());
        search.textProperty().addListener((property, before, now) -> list());
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    void show() {
        search.clear();
        list();
        scrim.setVisible(true);
        search.requestFocus();
    }

    private void hide() {
        scrim.setVisible(false);
    }

    private void list() {
        found.getItems().setAll(actions.search(search.getText()));
        found.getSelectionModel().selectFirst();
    }

    private void pressed(KeyEvent event) {
        int selected = found.getSelectionModel().getSelectedIndex();
        if (event.getCode() == KeyCode.DOWN) {
            select(selected + 1);
        } else if (event.getCode() == KeyCode.UP) {
            select(selected - 1);
        } else if (event.getCode() == KeyCode.ENTER) {
            perform();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            hide();
        } else {
            return;
        }
        event.consume();
    }

    private void select(int index) {
        if (index >= 0 && index < found.getItems().size()) {
            found.getSelectionModel().select(index);
            found.scrollTo(index);
        }
    }

    private void perform() {
        Action action = found.getSelectionModel().getSelectedItem();
        hide();
        if (action != null) {
            action.perform();
        }
    }

    private static final class ActionCell extends ListCell<Action> {
        private final Label title = new Label();
        private final Label keys = new Label();
        private final HBox row;

        ActionCell() {
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            keys.getStyleClass().add("key");
            row = new HBox(title, gap, keys);
            row.getStyleClass().add("palette-row");
        }

        @Override
        protected void updateItem(@Nullable Action action, boolean empty) {
            super.updateItem(action, empty);
            if (empty || action == null) {
                setGraphic(null);
                return;
            }
            title.setText(action.title());
            keys.setText(action.shortcutText());
            keys.setVisible(action.shortcut() != null);
            setGraphic(row);
        }
    }
}
