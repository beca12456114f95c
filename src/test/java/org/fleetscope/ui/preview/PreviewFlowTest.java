package org.fleetscope.ui.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.fleetscope.job.PoolRunner;
import org.fleetscope.ui.Theme;
import org.fleetscope.ui.fixture.FakeDialogs;
import org.fleetscope.ui.fixture.MemorySettings;
import org.fleetscope.ui.shell.Workbench;
import org.fleetscope.workspace.LocalWorkspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** From a foreign file through the preview to the overview, in the real window. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX calls open before every test
final class PreviewFlowTest {
    private static final Path RUNS = Path.of("src/test/resources/foreign/ci-runs.csv");

    private Scene scene;
    private Workbench workbench;

    @Start
    void open(Stage stage) {
        Theme.loadFonts();
        workbench =
                new Workbench(
                        LocalWorkspace::open,
                        new PoolRunner(Platform::runLater),
                        new MemorySettings(),
                        new FakeDialogs(RUNS),
                        null,
                        Platform::runLater,
                        stage::close);
        scene = new Scene(workbench.root(), 1280, 800);
        workbench.addKeys(scene);
        Theme.apply(scene, false);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    @AfterEach
    void close() throws Exception {
        java.util.concurrent.CountDownLatch closed = new java.util.concurrent.CountDownLatch(1);
        Platform.runLater(() -> workbench.close(closed::countDown));
        assertThat(closed.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void foreignFileToOverviewWithOneConversionChanged(FxRobot robot) {
        Platform.runLater(() -> workbench.open(List.of(RUNS)));
        await(() -> shown("In the first part of the file: 58 of 60 runs are good"));
        assertThat(shown("cpu-range 1 · latency-range 1")).isTrue();
        assertThat(robot.lookup("#nav-overview").queryAs(Node.class).getParent().isVisible())
                .isFalse();

        // Cells come and go with each layout, so the one that was found is the one that is used.
        AtomicReference<ComboBox<String>> conversion = new AtomicReference<>();
        await(() -> {
            combo(robot, "Conversion of cpu_usage").ifPresent(conversion::set);
            return conversion.get() != null;
        });
        robot.interact(() -> conversion.get().setValue("permille->fraction"));
        await(() -> shown("In the first part of the file: 59 of 60 runs are good"));

        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        await(() -> robot.lookup("Imported 59 rows").tryQuery().isPresent() || shown("59 runs"));
        await(() -> shown("59 runs"));
        assertThat(isShown(robot.lookup("#mapping-table").query())).isFalse();
    }

    @Test
    void openedOnDemandAndLeftByKey(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.P);
        await(() -> shown("In the first part of the file: 58 of 60 runs are good"));
        TableView<?> mapping = robot.lookup("#mapping-table").query();
        assertThat(mapping.getItems()).hasSizeGreaterThan(14);
        robot.push(KeyCode.ESCAPE);
        await(() -> shown("Drop files or a folder here"));
        assertThat(isShown(mapping)).isFalse();
    }

    @SuppressWarnings("unchecked")
    private static Optional<ComboBox<String>> combo(FxRobot robot, String accessible) {
        return robot.lookup(node ->
                        node instanceof ComboBox<?> box
                                && accessible.equals(box.getAccessibleText())
                                && box.isVisible())
                .tryQuery()
                .map(node -> (ComboBox<String>) node);
    }

    private boolean shown(String text) {
        return any(
                scene.getRoot(),
                node ->
                        node instanceof Labeled labeled
                                && text.equals(labeled.getText())
                                && isShown(node));
    }

    private static boolean any(Node node, Predicate<Node> wanted) {
        return wanted.test(node)
                || (node instanceof javafx.scene.Parent parent
                        && List.copyOf(parent.getChildrenUnmodifiable()).stream()
                                .anyMatch(child -> any(child, wanted)));
    }

    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static void await(BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(
                    15,
                    TimeUnit.SECONDS,
                    () ->
                            WaitForAsyncUtils.asyncFx(condition::getAsBoolean)
                                    .get(5, TimeUnit.SECONDS));
        } catch (java.util.concurrent.TimeoutException e) {
            throw new AssertionError("did not happen in time", e);
        }
    }
}
