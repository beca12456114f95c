package org.fleetscope.ui.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.fleetscope.job.PoolRunner;
import org.fleetscope.ui.Theme;
import org.fleetscope.ui.fixture.FakeDialogs;
import org.fleetscope.ui.fixture.MemorySettings;
import org.fleetscope.ui.shell.Workbench;
import org.fleetscope.workspace.LocalWorkspace;
import org.testfx.util.WaitForAsyncUtils;

/** The real window for tests of the import preview. */
final class PreviewWindow {
    private final Workbench workbench;
    private final Scene scene;

    /** Shows the window; whoever is asked for files chooses these. */
    PreviewWindow(Stage stage, double width, double height, Path... chosen) {
        Theme.loadFonts();
        workbench =
                new Workbench(
                        LocalWorkspace::open,
                        new PoolRunner(Platform::runLater),
                        new MemorySettings(),
                        new FakeDialogs(chosen),
                        null,
                        Platform::runLater,
                        stage::close);
        scene = new Scene(workbench.root(), width, height);
        workbench.addPointerButtons(scene);
        Theme.apply(scene, false);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    Workbench workbench() {
        return workbench;
    }

    Scene scene() {
        return scene;
    }

    void close() throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        Platform.runLater(() -> workbench.close(closed::countDown));
        assertThat(closed.await(20, TimeUnit.SECONDS)).isTrue();
    }

    /** Whether a label or button with just this text is in sight. */
    boolean shown(String text) {
        return find(
                        scene.getRoot(),
                        node ->
                                node instanceof Labeled labeled
                                        && text.equals(labeled.getText())
                                        && isShown(node))
                .isPresent();
    }

    /** The control that a screen reader calls so. */
    Optional<Node> called(String accessible) {
        return find(
                scene.getRoot(),
                node -> accessible.equals(node.getAccessibleText()) && isShown(node));
    }

    /** As {@link #called}, waited for. */
    @SuppressWarnings("unchecked")
    ComboBox<String> choice(String accessible) {
        await(() -> called(accessible).isPresent());
        return (ComboBox<String>) called(accessible).orElseThrow();
    }

    /** What a screen reader calls the control that has the focus. */
    String focus() {
        Node owner = scene.getFocusOwner();
        return owner == null ? "" : Objects.toString(owner.getAccessibleText(), "");
    }

    private static Optional<Node> find(Node node, Predicate<Node> wanted) {
        if (wanted.test(node)) {
            return Optional.of(node);
        }
        return node instanceof Parent parent
                ? List.copyOf(parent.getChildrenUnmodifiable()).stream()
                        .map(child -> find(child, wanted))
                        .flatMap(Optional::stream)
                        .findFirst()
                : Optional.empty();
    }

    static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** Waits for something to be true on the UI thread. */
    static void await(BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(
                    15,
                    TimeUnit.SECONDS,
                    () ->
                            WaitForAsyncUtils.asyncFx(condition::getAsBoolean)
                                    .get(5, TimeUnit.SECONDS));
        } catch (TimeoutException e) {
            throw new AssertionError("did not happen in time", e);
        }
    }
}
