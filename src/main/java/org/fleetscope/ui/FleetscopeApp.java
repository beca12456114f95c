package org.fleetscope.ui;

import java.nio.file.Path;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.fleetscope.ui.session.UiSettings;
import org.fleetscope.ui.shell.FxDialogs;
import org.fleetscope.ui.shell.Workbench;

/** The JavaFX application. The composition root extends it and gives it its services. */
public abstract class FleetscopeApp extends Application {
    private static final double MIN_WIDTH = 960;
    private static final double MIN_HEIGHT = 640;

    /** What the window needs; asked once, on the UI thread. */
    protected abstract AppServices services();

    /**
     * Opens the window and returns when it was closed.
     *
     * @param app the composition root, with a constructor without parameters
     * @param files files and folders to open
     */
    public static void open(Class<? extends FleetscopeApp> app, String... files) {
        launch(app, files);
    }

    @Override
    public void start(Stage stage) {
        Platform.setImplicitExit(false);
        Theme.loadFonts();
        AppServices services = services();
        UiSettings settings = services.settings();
        Workbench workbench =
                new Workbench(
                        services.opener(),
                        services.jobs(),
                        settings,
                        new FxDialogs(stage),
                        services.sampleData(),
                        Platform::runLater,
                        () -> requestClose(stage));
        Scene scene = new Scene(workbench.root());
        workbench.dark().subscribe(dark -> Theme.apply(scene, dark));
        workbench.addPointerButtons(scene);
        stage.setTitle("Fleetscope");
        stage.setScene(scene);
        place(stage, settings.windowSize());
        stage.setOnCloseRequest(event -> {
            event.consume();
            if (workbench.mayClose()) {
                settings.setWindowSize(
                        new UiSettings.WindowSize(stage.getWidth(), stage.getHeight()));
                stage.hide();
                workbench.close(Platform::exit);
            }
        });
        stage.show();
        workbench.root().requestFocus();
        workbench.open(getParameters().getRaw().stream().map(Path::of).toList());
    }

    /** In the middle of the screen, title bar and all, and never larger than it. */
    private static void place(Stage stage, UiSettings.WindowSize wanted) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        UiSettings.WindowSize size = wanted.within(screen.getWidth(), screen.getHeight());
        stage.setMinWidth(Math.min(MIN_WIDTH, size.width()));
        stage.setMinHeight(Math.min(MIN_HEIGHT, size.height()));
        stage.setWidth(size.width());
        stage.setHeight(size.height());
        stage.setX(screen.getMinX() + (screen.getWidth() - size.width()) / 2);
        stage.setY(screen.getMinY() + (screen.getHeight() - size.height()) / 2);
    }

    private static void requestClose(Stage stage) {
        stage.fireEvent(
                new javafx.stage.WindowEvent(stage, javafx.stage.WindowEvent.WINDOW_CLOSE_REQUEST));
    }
}
