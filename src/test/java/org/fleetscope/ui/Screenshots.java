package org.fleetscope.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.util.Duration;
import javax.imageio.ImageIO;
import org.fleetscope.job.PoolRunner;
import org.fleetscope.ui.fixture.FakeDialogs;
import org.fleetscope.ui.fixture.MemorySettings;
import org.fleetscope.ui.shell.Workbench;
import org.fleetscope.workspace.LocalWorkspace;

/**
 * Opens every screen on real data in both themes and saves a picture of each. Arguments: folder for
 * the pictures, width, height, file or folder to open.
 */
public final class Screenshots extends Application {
    private static final Duration LOOK = Duration.millis(250);

    /** Looks in a row that must find nothing running before a picture is taken. */
    private static final int QUIET_LOOKS = 4;

    private final Deque<Runnable> steps = new ArrayDeque<>();
    private final PoolRunner runner = new PoolRunner(Platform::runLater);
    private final BusyJobs jobs = new BusyJobs(runner);
    private int quiet;

    /**
     * Starts it; apart from the application, which the JDK refuses to start from the class path.
     */
    public static final class Main {
        private Main() {}

        public static void main(String[] args) {
            launch(Screenshots.class, args);
        }
    }

    @Override
    public void start(Stage stage) throws IOException {
        List<String> arguments = getParameters().getRaw();
        Path folder = Files.createDirectories(Path.of(arguments.get(0)));
        Theme.loadFonts();
        Workbench workbench =
                new Workbench(
                        LocalWorkspace::open,
                        jobs,
                        new MemorySettings(),
                        new FakeDialogs(),
                        Path.of(arguments.get(3)),
                        Platform::runLater,
                        stage::close);
        Scene scene =
                new Scene(
                        workbench.root(),
                        Double.parseDouble(arguments.get(1)),
                        Double.parseDouble(arguments.get(2)));
        workbench.dark().subscribe(dark -> Theme.apply(scene, dark));
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
        workbench.root().requestFocus();
        both(workbench, scene, folder, "welcome");
        steps.add(() -> workbench.open(List.of(Path.of(arguments.get(3)))));
        steps.add(() -> ((javafx.scene.control.Button) scene.lookup(".notice-close")).fire());
        both(workbench, scene, folder, "overview");
        for (String screen :
                List.of("agents", "timeline", "anomalies", "aggregations", "quality", "compare")) {
            steps.add(() -> ((ToggleButton) scene.lookup("#nav-" + screen)).fire());
            if (screen.equals("anomalies")) {
                steps.add(() -> selectFirst(scene));
            }
            both(workbench, scene, folder, screen);
            if (screen.equals("anomalies")) {
                steps.add(() -> ((ToggleButton) scene.lookup("#asIncidents")).fire());
                steps.add(() ->
                        ((ListView<?>) scene.lookup("#incidents"))
                                .getSelectionModel()
                                .selectFirst());
                both(workbench, scene, folder, "incidents");
            }
        }
        sql(workbench, scene, folder);
        steps.add(() -> workbench.open(List.of(Path.of("src/test/resources/foreign/ci-runs.csv"))));
        steps.add(() -> selectBroken(scene));
        both(workbench, scene, folder, "preview");
        steps.add(() -> workbench.close(Platform::exit));
        next();
    }

    private void sql(Workbench workbench, Scene scene, Path folder) {
        steps.add(() -> ((ToggleButton) scene.lookup("#nav-sql")).fire());
        both(workbench, scene, folder, "sql");
        steps.add(() -> ((Hyperlink) scene.lookup(".sql-example .hyperlink")).fire());
        both(workbench, scene, folder, "sql-rows");
        steps.add(() -> ((ToggleButton) scene.lookup("#sql-chart")).fire());
        both(workbench, scene, folder, "sql-chart");
        steps.add(() -> press(scene, KeyCode.ENTER, true));
        both(workbench, scene, folder, "sql-plan");
        steps.add(() -> editor(scene).setText("SELECT recorded_at, latenci_ms\nFROM kpi_reports"));
        steps.add(() -> press(scene, KeyCode.ENTER, false));
        steps.add(() -> editor(scene).requestFocus());
        steps.add(() -> editor(scene).positionCaret("SELECT reco".length()));
        steps.add(() -> press(scene, KeyCode.SPACE, false));
        both(workbench, scene, folder, "sql-error");
    }

    private static TextArea editor(Scene scene) {
        return (TextArea) scene.lookup("#sql-editor");
    }

    private static void press(Scene scene, KeyCode key, boolean shift) {
        editor(scene)
                .fireEvent(
                        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, shift, true, false, false));
    }

    private static void selectBroken(Scene scene) {
        if (scene.lookup("#sample-table") instanceof TableView<?> table) {
            table.getSelectionModel().select(11);
        }
    }

    private static void selectFirst(Scene scene) {
        for (Node table : scene.getRoot().lookupAll("#table")) {
            if (table.getParent().isVisible() && table instanceof TableView<?> view) {
                view.getSelectionModel().selectFirst();
            }
        }
    }

    private void both(Workbench workbench, Scene scene, Path folder, String name) {
        steps.add(() -> workbench.dark().set(false));
        steps.add(() -> save(scene, folder.resolve(name + "-light.png")));
        steps.add(() -> workbench.dark().set(true));
        steps.add(() -> save(scene, folder.resolve(name + "-dark.png")));
        steps.add(() -> workbench.dark().set(false));
    }

    private void next() {
        quiet = jobs.isBusy() ? 0 : quiet + 1;
        if (quiet >= QUIET_LOOKS && !steps.isEmpty()) {
            quiet = 0;
            steps.remove().run();
        }
        PauseTransition pause = new PauseTransition(LOOK);
        pause.setOnFinished(event -> next());
        pause.play();
    }

    private static void save(Scene scene, Path file) {
        WritableImage image = scene.snapshot(null);
        PixelReader pixels = image.getPixelReader();
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                copy.setRGB(x, y, pixels.getArgb(x, y));
            }
        }
        try {
            ImageIO.write(copy, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(file + " can't be written", e);
        }
    }
}
