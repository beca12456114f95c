package org.fleetscope.ui.control;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Says why there is nothing to see and what to do next: an icon, a title, a sentence, one action.
 */
public final class StatePane extends VBox {
    private final StringProperty icon =
            new SimpleStringProperty(this, "icon", "mdi2i-information-outline");
    private final Label title = new Label();
    private final Label text = new Label();
    private final Button action = new Button();

    public StatePane() {
        getStyleClass().add("state-pane");
        FontIcon symbol = new FontIcon(icon.get());
        icon.addListener((property, before, now) -> symbol.setIconLiteral(now));
        title.getStyleClass().add("state-title");
        text.getStyleClass().add("state-text");
        text.setWrapText(true);
        show(action, false);
        show(text, false);
        getChildren().addAll(symbol, title, text, action);
    }

    public String getIcon() {
        return icon.get();
    }

    public void setIcon(String literal) {
        icon.set(literal);
    }

    public String getTitle() {
        return title.getText();
    }

    public void setTitle(String value) {
        title.setText(value);
    }

    public String getText() {
        return text.getText();
    }

    public void setText(String value) {
        text.setText(value);
        show(text, !value.isEmpty());
    }

    public String getActionText() {
        return action.getText();
    }

    public void setActionText(String value) {
        action.setText(value);
    }

    /** What the button does; without one there is no button. */
    public void setOnAction(@Nullable Runnable run) {
        show(action, run != null);
        action.setOnAction(event -> {
            if (run != null) {
                run.run();
            }
        });
    }

    private static void show(javafx.scene.Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
