package org.fleetscope.ui.follow;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Binds the part of the bottom line that tells of following and steers it. */
public final class FollowBarController {
    private final FollowModel model;

    @FXML private HBox bar;
    @FXML private FontIcon icon;
    @FXML private Label text;
    @FXML private MenuButton window;
    @FXML private Button pause;
    @FXML private FontIcon pauseIcon;
    @FXML private Button stop;

    public FollowBarController(FollowModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        bar.visibleProperty().bind(model.following());
        bar.managedProperty().bind(bar.visibleProperty());
        text.textProperty().bind(model.text());
        Tooltip details = new Tooltip();
        details.textProperty().bind(model.details());
        model.details().subscribe(now -> text.setTooltip(now.isEmpty() ? null : details));
        ToggleGroup group = new ToggleGroup();
        for (FollowWindow offered : FollowWindow.values()) {
            RadioMenuItem item = new RadioMenuItem(offered.label());
            item.setToggleGroup(group);
            item.setSelected(offered == model.window().get());
            item.setOnAction(event -> model.window().set(offered));
            model.window().subscribe(chosen -> item.setSelected(chosen == offered));
            window.getItems().add(item);
        }
        model.window().subscribe(chosen -> window.setText(chosen.label()));
        model.paused().subscribe(this::showPause);
        model.troubled().subscribe(() -> showIcon());
        pause.setOnAction(event -> model.togglePause());
        stop.setOnAction(event -> model.stop());
    }

    private void showPause(boolean paused) {
        pause.setText(paused ? "Resume" : "Pause");
        pauseIcon.setIconLiteral(paused ? "mdi2p-play" : "mdi2p-pause");
        showIcon();
    }

    /** Told by shape, by word and by colour. */
    private void showIcon() {
        boolean troubled = model.troubled().get();
        boolean paused = model.paused().get();
        icon.setIconLiteral(
                troubled
                        ? "mdi2a-alert-outline"
                        : paused ? "mdi2p-pause-circle-outline" : "mdi2a-access-point");
        bar.getStyleClass().removeAll("troubled", "paused");
        if (troubled) {
            bar.getStyleClass().add("troubled");
        } else if (paused) {
            bar.getStyleClass().add("paused");
        }
    }
}
