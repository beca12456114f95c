package org.fleetscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fleetscope.ui.fixture.OpenWindow.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.fleetscope.ui.fixture.MemorySettings;
import org.fleetscope.ui.fixture.OpenWindow;
import org.fleetscope.workspace.LocalWorkspace;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Exports through the real window and the real dialogs; only the system's choosers are stood in
 * for.
 */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX calls open before every test
final class ExportFlowTest {
    @TempDir private static Path folder;

    /** Answers as the system would, and remembers what it was asked. */
    private static final class Answers extends Choosers {
        private @Nullable Path target;
        private @Nullable FileChooser asked;
        private @Nullable DirectoryChooser askedFolder;

        Answers(Stage owner) {
            super(owner);
        }

        @Override
        List<Path> open(FileChooser chooser) {
            return List.of(folder.resolve("runs.ndjson"));
        }

        @Override
        Optional<Path> save(FileChooser chooser) {
            asked = chooser;
            return Optional.ofNullable(target);
        }

        @Override
        Optional<Path> folder(DirectoryChooser chooser) {
            askedFolder = chooser;
            return Optional.ofNullable(target);
        }
    }

    private OpenWindow window;
    private Answers answers;

    @Start
    void open(Stage stage) throws IOException {
        // The second row's CPU is a percentage.
        Files.writeString(
                folder.resolve("runs.ndjson"),
                """
                {"task_id":"00000000-0000-4000-8000-000000000001","agent_id":"11111111-0000-4000-8000-000000000001",\
                "latency_ms":100,"accuracy":0.9,"cpu_usage":0.5,"memory_mb":512,"recorded_at":"2026-03-01T10:00:00Z",\
                "execution_context":{"hostname":"n","resources":{"cpu_cores":4}}}
                {"task_id":"00000000-0000-4000-8000-000000000002","agent_id":"11111111-0000-4000-8000-000000000001",\
                "latency_ms":100,"accuracy":0.9,"cpu_usage":50,"memory_mb":512,"recorded_at":"2026-03-01T10:00:00Z",\
                "execution_context":{"hostname":"n","resources":{"cpu_cores":4}}}
                """);
        answers = new Answers(stage);
        window =
                OpenWindow.on(
                        stage,
                        LocalWorkspace::open,
                        new MemorySettings(),
                        new FxDialogs(stage, answers));
    }

    @AfterEach
    void close() {
        boolean[] closed = new boolean[1];
        Platform.runLater(() -> window.workbench().close(() -> closed[0] = true));
        await(() -> closed[0]);
    }

    @Test
    void rejectedRowsGoToTheFileChosenWithTheRightEnding(FxRobot robot) throws IOException {
        showRejected(robot);
        answers.target = folder.resolve("mine");
        export(robot, 0);
        Path written = folder.resolve("mine.csv");
        await(() -> Files.exists(written));

        FileChooser asked = Objects.requireNonNull(answers.asked);
        assertThat(asked.getInitialFileName()).isEqualTo("rejects.csv");
        assertThat(asked.getExtensionFilters().getFirst().getExtensions()).containsExactly("*.csv");
        assertThat(Files.readAllLines(written).get(1)).contains(",2,", ",cpu-range,error,");
        await(() -> message().equals("Exported 1 line to " + written));

        answers.target = folder.resolve("rows.ndjson");
        export(robot, 1);
        await(() -> Files.exists(folder.resolve("rows.ndjson")));
        assertThat(asked).isNotSameAs(answers.asked);
    }

    @Test
    void aFileOfThatNameIsReplacedOnlyWhenThePersonAgrees(FxRobot robot) throws IOException {
        Path there = Files.writeString(folder.resolve("kept.csv"), "mine");
        showRejected(robot);
        answers.target = folder.resolve("kept");
        export(robot, 0);
        answer(robot, ButtonType.CANCEL.getText());
        assertThat(there).content().isEqualTo("mine");

        export(robot, 0);
        answer(robot, "Replace");
        await(() -> message().equals("Exported 1 line to " + there));
        assertThat(there).content().startsWith("file,line,");
    }

    @Test
    void rowsAsInTheirFilesGoIntoAFolder(FxRobot robot) {
        showRejected(robot);
        answers.target = folder;
        export(robot, 2);
        Path written = folder.resolve("runs-rejected.ndjson");
        await(() -> Files.exists(written));
        await(() -> message().equals("Exported " + written));
        assertThat(answers.askedFolder).isNotNull();
    }

    private void showRejected(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.O);
        await(() -> robot.lookup("Show rejected rows").tryQuery().isPresent());
        robot.clickOn("Show rejected rows");
        TableView<?> rows = robot.lookup("#rows").query();
        await(() -> rows.getItems() != null && rows.getItems().size() == 1);
    }

    private static void export(FxRobot robot, int item) {
        MenuButton export = robot.lookup("#export").match(OpenWindow::isShown).query();
        // A dialog that waits must not keep the robot waiting.
        Platform.runLater(() -> export.getItems().get(item).fire());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void answer(FxRobot robot, String button) {
        await(() -> dialog() != null);
        DialogPane pane = Objects.requireNonNull(dialog());
        robot.clickOn(robot.from(pane).lookup(button).queryButton());
        await(() -> dialog() == null);
    }

    private static @Nullable DialogPane dialog() {
        return Window.getWindows().stream()
                .map(window -> window.getScene().getRoot())
                .filter(DialogPane.class::isInstance)
                .map(DialogPane.class::cast)
                .findFirst()
                .orElse(null);
    }

    private String message() {
        Label label = (Label) window.scene().lookup(".status-row").lookup("#message");
        return String.valueOf(label.getText());
    }
}
