package org.fleetscope.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fleetscope.ui.fixture.OpenWindow.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.fleetscope.ui.fixture.FakeDialogs;
import org.fleetscope.ui.fixture.MemorySettings;
import org.fleetscope.ui.fixture.OpenWindow;
import org.fleetscope.workspace.LocalWorkspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A file grows and the window shows it, over a real workspace. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX calls open before every test
final class FollowFlowTest {
    private static final UUID AGENT = new UUID(0x1000L, 0x8000000000000001L);

    private OpenWindow window;
    private Path file;
    private int rows;

    @Start
    void open(Stage stage) throws IOException {
        file = Files.createTempFile("fleetscope-follow-", ".ndjson");
        window =
                OpenWindow.on(
                        stage, LocalWorkspace::open, new MemorySettings(), new FakeDialogs(file));
    }

    @AfterEach
    void close() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        Platform.runLater(() -> window.workbench().close(closed::countDown));
        assertThat(closed.await(20, TimeUnit.SECONDS)).isTrue();
        Files.delete(file);
    }

    @Test
    void whatIsAppendedIsShownUntilFollowingIsStopped(FxRobot robot) throws IOException {
        append(3);
        robot.push(KeyCode.CONTROL, KeyCode.L);
        await(() -> shown("3 runs"::equals));
        append(2);
        await(() -> shown("5 runs"::equals));
        assertThat(shown(text -> text.startsWith("Following " + file.getFileName()))).isTrue();
        robot.clickOn("#nav-timeline");
        await(() -> shown(text -> text.endsWith("5 runs in view")));
        append(1);
        await(() -> shown(text -> text.endsWith("6 runs in view")));

        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        append(1);
        await(() -> shown(text -> text.endsWith("1 new row")));
        assertThat(shown("6 runs"::equals)).isTrue();
        robot.clickOn("Resume");
        await(() -> shown("7 runs"::equals));

        robot.clickOn("Stop");
        await(() -> shown(text -> text.startsWith("Stopped following")));
        append(1);
        robot.push(KeyCode.CONTROL, KeyCode.L);
        await(() -> shown("8 runs"::equals));
    }

    @Test
    void aFileThatIsNotThereIsWaitedFor(FxRobot robot) throws IOException {
        Files.delete(file);
        robot.push(KeyCode.CONTROL, KeyCode.L);
        String waits = file.getFileName() + " is not there. Following goes on when it is back";
        await(() -> shown(waits::equals));
        assertThat(isWhole(waits)).isTrue();
        append(2);
        await(() -> shown("2 runs"::equals));
        await(() -> !shown(waits::equals));
    }

    /** Whether a label is as wide as its text. */
    private boolean isWhole(String text) {
        return window.scene().getRoot().lookupAll(".label").stream()
                .filter(node -> node instanceof Labeled label && text.equals(label.getText()))
                .anyMatch(node -> node.prefWidth(-1) <= ((Labeled) node).getWidth() + 0.5);
    }

    private void append(int count) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "{\"task_id\":\"%s\",\"agent_id\":\"%s\",\"latency_ms\":%d,"
                                    + "\"accuracy\":0.9,\"cpu_usage\":0.25,\"memory_mb\":512,"
                                    + "\"recorded_at\":\"%s\",\"execution_context\":{\"hostname\":"
                                    + "\"node-1\",\"resources\":{\"cpu_cores\":4}}}\n",
                            new UUID(0x2000L, 0x8000000000000000L + rows),
                            AGENT,
                            100 + rows++,
                            Instant.now()));
        }
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private boolean shown(Predicate<String> wanted) {
        return window.anyShown(wanted);
    }
}
