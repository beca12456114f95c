package org.fleetscope.ui.shell;

import atlantafx.base.controls.ToggleSwitch;
import java.io.File;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuBar;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.fleetscope.ui.action.Action;
import org.fleetscope.ui.action.ActionRegistry;
import org.fleetscope.ui.control.StatePane;
import org.kordamp.ikonli.javafx.FontIcon;

/** The frame: puts the bars and screens in their places and shows the one that is chosen. */
public final class MainController {
    /** The parts that stand in the frame. */
    record Parts(
            Parent scopeBar,
            Parent statusBar,
            Parent welcome,
            Parent notice,
            Parent palette,
            Parent preview,
            List<Screen> screens) {}

    private final MainModel model;
    private final Imports imports;
    private final ActionRegistry actions;
    private final BooleanProperty darkTheme;
    private final Parts parts;
    private final ToggleGroup group = new ToggleGroup();

    @FXML private StackPane root;
    @FXML private MenuBar menuBar;
    @FXML private Button back;
    @FXML private Button forward;
    @FXML private Button open;
    @FXML private Label workspaceName;
    @FXML private Button palette;
    @FXML private Label paletteKeys;
    @FXML private ToggleSwitch dark;
    @FXML private StackPane scopeHost;
    @FXML private VBox rail;
    @FXML private StackPane stage;
    @FXML private StatePane noMatch;
    @FXML private StackPane statusHost;
    @FXML private StackPane noticeHost;
    @FXML private VBox dropHint;
    @FXML private StackPane paletteHost;
    @FXML private StackPane previewHost;

    MainController(
            MainModel model,
            Imports imports,
            ActionRegistry actions,
            BooleanProperty darkTheme,
            Parts parts) {
        this.model = model;
        this.imports = imports;
        this.actions = actions;
        this.darkTheme = darkTheme;
        this.parts = parts;
    }

    @FXML
    private void initialize() {
        Menus.fill(menuBar, actions);
        Menus.shareKeys(root, actions);
        onAction(back, actions.get("view.back"));
        onAction(forward, actions.get("view.forward"));
        onAction(open, actions.get("file.open"));
        onAction(palette, actions.get("view.palette"));
        paletteKeys.setText(actions.get("view.palette").shortcutText());
        workspaceName.textProperty().bind(model.workspaceName());
        dark.selectedProperty().bindBidirectional(darkTheme);
        noMatch.setOnAction(actions.get("view.scope.clear")::perform);
        scopeHost.getChildren().add(parts.scopeBar());
        statusHost.getChildren().add(parts.statusBar());
        noticeHost.getChildren().add(parts.notice());
        paletteHost.getChildren().add(parts.palette());
        previewHost.getChildren().add(parts.preview());
        parts.preview().visibleProperty().addListener((property, before, now) -> show());
        stage.getChildren().add(parts.welcome());
        parts.screens().forEach(this::addScreen);
        model.stage().addListener((property, before, now) -> show());
        model.screen()
                .addListener((property, before, now) -> {
                    imports.dismissSummary();
                    show();
                });
        acceptDrops();
        show();
    }

    private void addScreen(Screen screen) {
        stage.getChildren().add(screen.root());
        ToggleButton button =
                new ToggleButton(screen.id().title(), new FontIcon(screen.id().icon()));
        button.setId("nav-" + screen.id().id());
        button.getStyleClass().add("rail-item");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setUserData(screen.id());
        button.setToggleGroup(group);
        Action action = actions.get(screen.id().action());
        button.setTooltip(new Tooltip(action.title() + "  " + action.shortcutText()));
        button.setOnAction(event -> model.screen().set(screen.id()));
        rail.getChildren().add(button);
    }

    private void show() {
        MainModel.Stage now = model.stage().get();
        boolean previewing = parts.preview().isVisible();
        stage.setVisible(!previewing);
        visible(scopeHost, now != MainModel.Stage.WELCOME && !previewing);
        visible(rail, now != MainModel.Stage.WELCOME && !previewing);
        parts.welcome().setVisible(now == MainModel.Stage.WELCOME);
        noMatch.setVisible(now == MainModel.Stage.NO_MATCH && !previewing);
        for (Screen screen : parts.screens()) {
            boolean shown = now == MainModel.Stage.SCREEN && screen.id() == model.screen().get();
            screen.root().setVisible(shown);
            screen.active().accept(shown);
        }
        for (Toggle toggle : group.getToggles()) {
            toggle.setSelected(model.screen().get() == toggle.getUserData());
        }
    }

    private void acceptDrops() {
        root.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                dropHint.setVisible(true);
            }
            event.consume();
        });
        root.setOnDragExited(event -> dropHint.setVisible(false));
        root.setOnDragDropped(this::dropped);
    }

    private void dropped(DragEvent event) {
        dropHint.setVisible(false);
        boolean files = event.getDragboard().hasFiles();
        if (files) {
            imports.open(event.getDragboard().getFiles().stream().map(File::toPath).toList());
        }
        event.setDropCompleted(files);
        event.consume();
    }

    private static void onAction(Button button, Action action) {
        button.setOnAction(event -> action.perform());
        button.disableProperty().bind(Bindings.not(action.enabled()));
        button.setTooltip(new Tooltip(action.title() + "  " + action.shortcutText()));
    }

    private static void visible(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
