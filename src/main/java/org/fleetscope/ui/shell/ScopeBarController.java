package org.fleetscope.ui.shell;

import javafx.beans.InvalidationListener;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.controlsfx.control.PopOver;
import org.fleetscope.ui.action.Action;
import org.fleetscope.ui.action.ActionRegistry;
import org.fleetscope.ui.session.SavedScopes;
import org.fleetscope.ui.support.Views;
import org.kordamp.ikonli.javafx.FontIcon;

/** The scope bar: the time range, a chip for each value, what changes them, and scopes saved. */
public final class ScopeBarController {
    private final ScopeBarModel model;
    private final SavedScopes saved;
    private final ActionRegistry actions;

    @FXML private Button undo;
    @FXML private Button redo;
    @FXML private FlowPane chips;
    @FXML private Button time;
    @FXML private Button add;
    @FXML private Button clear;
    @FXML private MenuButton scopes;

    ScopeBarController(ScopeBarModel model, SavedScopes saved, ActionRegistry actions) {
        this.model = model;
        this.saved = saved;
        this.actions = actions;
    }

    @FXML
    private void initialize() {
        bind(undo, actions.get("view.scope.undo"));
        bind(redo, actions.get("view.scope.redo"));
        bind(clear, actions.get("view.scope.clear"));
        clear.visibleProperty().bind(clear.disableProperty().not());
        clear.managedProperty().bind(clear.visibleProperty());
        SavedScopesMenu.fill(scopes, saved, model.scopes(), actions.get("view.scope.save"));
        time.textProperty().bind(model.time());
        time.setOnAction(event -> editTime());
        add.setOnAction(event -> addFilter());
        time.setTooltip(
                new Tooltip("Time range  " + actions.get("view.scope.time").shortcutText()));
        add.setTooltip(
                new Tooltip("Add a filter  " + actions.get("view.scope.add").shortcutText()));
        model.chips().addListener((InvalidationListener) list -> showChips());
        // A flow pane takes its height from a length of its own, not from the width it is given.
        chips.prefWrapLengthProperty().bind(chips.widthProperty());
        showChips();
    }

    /** Opens the editor of the time range. */
    void editTime() {
        PopOver popOver = popOver();
        TimeRangeController controller = new TimeRangeController(model, popOver::hide);
        show(popOver, Views.load("/fxml/shell/TimeRangeView.fxml", controller), time);
    }

    /** Opens the picker of values. */
    void addFilter() {
        PopOver popOver = popOver();
        ScopePickerController controller = new ScopePickerController(model);
        show(popOver, Views.load("/fxml/shell/ScopePickerView.fxml", controller), add);
    }

    private static PopOver popOver() {
        PopOver popOver = new PopOver();
        popOver.setArrowLocation(PopOver.ArrowLocation.TOP_LEFT);
        popOver.setDetachable(false);
        popOver.setAnimated(false);
        return popOver;
    }

    private static void show(PopOver popOver, Parent content, Button owner) {
        popOver.setContentNode(content);
        popOver.show(owner);
        Views.focusField(content);
    }

    private void showChips() {
        chips.getChildren().setAll(time);
        for (Chip chip : model.chips()) {
            chips.getChildren().add(node(chip));
        }
        chips.getChildren().addAll(add, clear, scopes);
    }

    private HBox node(Chip chip) {
        Label label = new Label(chip.text(), new FontIcon(chip.icon()));
        Button remove = new Button();
        remove.setGraphic(new FontIcon("mdi2c-close"));
        remove.getStyleClass().addAll("chip-remove", "button-icon", "flat");
        remove.setAccessibleText("Remove " + chip.text());
        remove.setTooltip(new Tooltip("Remove " + chip.text()));
        remove.setOnAction(event -> model.scopes().set(chip.without()));
        HBox box = new HBox(label, remove);
        box.getStyleClass().add("chip");
        return box;
    }

    private static void bind(Button button, Action action) {
        button.setOnAction(event -> action.perform());
        button.disableProperty().bind(javafx.beans.binding.Bindings.not(action.enabled()));
        button.setTooltip(new Tooltip(action.title() + "  " + action.shortcutText()));
    }
}
