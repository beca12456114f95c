package org.fleetscope.ui.control;

import java.util.function.Predicate;
import javafx.beans.DefaultProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.fleetscope.ui.support.Load;
import org.jspecify.annotations.Nullable;

/**
 * Shows its content once there is something in it, and before that the loading, failed or empty
 * state.
 */
@DefaultProperty("content")
public final class LoadPane extends StackPane {
    private final StatePane empty = new StatePane();
    private final StatePane failed = new StatePane();
    private final VBox loading;
    private final ProgressBar busy = new ProgressBar(ProgressIndicator.INDETERMINATE_PROGRESS);
    private final ShownLater busyLater = new ShownLater(busy);
    private @Nullable Node content;

    public LoadPane() {
        getStyleClass().add("load-pane");
        Label label = new Label("Loading…");
        loading = new VBox(new ProgressIndicator(), label);
        loading.getStyleClass().add("state-pane");
        failed.setIcon("mdi2a-alert-circle-outline");
        failed.setTitle("This could not be computed");
        failed.setActionText("Try again");
        empty.setIcon("mdi2c-check-circle-outline");
        busy.getStyleClass().add("busy-bar");
        StackPane.setAlignment(busy, javafx.geometry.Pos.TOP_CENTER);
        busy.setMaxWidth(Double.MAX_VALUE);
    }

    public @Nullable Node getContent() {
        return content;
    }

    public void setContent(Node node) {
        content = node;
        getChildren().setAll(node, empty, failed, loading, busy);
        only(loading);
    }

    public String getEmptyTitle() {
        return empty.getTitle();
    }

    public void setEmptyTitle(String title) {
        empty.setTitle(title);
    }

    public String getEmptyText() {
        return empty.getText();
    }

    public void setEmptyText(String text) {
        empty.setText(text);
    }

    /** Follows a state. {@code isEmpty} tells an answer that holds nothing to show. */
    public <T> void follow(ObservableValue<Load<T>> state, Predicate<T> isEmpty, Runnable retry) {
        failed.setOnAction(retry);
        state.addListener((property, before, now) -> show(now, isEmpty));
        show(state.getValue(), isEmpty);
    }

    private <T> void show(Load<T> state, Predicate<T> isEmpty) {
        busyLater.show(state instanceof Load.Loading<T> && state.latest().isPresent());
        switch (state) {
            case Load.Idle<T>() -> only(loading);
            case Load.Failed<T>(String message, Throwable cause) -> {
                failed.setText(message);
                only(failed);
            }
            case Load.Loading<T> waiting ->
                    waiting.latest()
                            .ifPresentOrElse(old -> answer(old, isEmpty), () -> only(loading));
            case Load.Ready<T>(T value) -> answer(value, isEmpty);
        }
    }

    private <T> void answer(T value, Predicate<T> isEmpty) {
        if (isEmpty.test(value) || content == null) {
            only(empty);
        } else {
            only(content);
        }
    }

    private void only(Node shown) {
        for (Node node : getChildren()) {
            if (node != busy) {
                node.setVisible(node == shown);
            }
        }
    }
}
