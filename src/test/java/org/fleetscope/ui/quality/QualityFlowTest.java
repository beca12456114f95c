package org.fleetscope.ui.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fleetscope.ui.fixture.OpenWindow.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.fleetscope.ui.fixture.FakeDialogs;
import org.fleetscope.ui.fixture.MemorySettings;
import org.fleetscope.ui.fixture.OpenWindow;
import org.fleetscope.workspace.LocalWorkspace;
import org.fleetscope.workspace.QualityReport.RuleLine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** From a file with bad rows to repaired ones and back, through the real window. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX calls open before every test
final class QualityFlowTest {
    @TempDir private static Path folder;

    private OpenWindow window;

    @Start
    void open(Stage stage) throws IOException {
        Path file = folder.resolve("runs.ndjson");
        Files.writeString(
                file,
                QualityViewModelTest.row(1, "0.5")
                        + "\n"
                        + QualityViewModelTest.row(2, "70")
                        + "\n"
                        + QualityViewModelTest.row(3, "80")
                        + "\n");
        window =
                OpenWindow.on(
                        stage, LocalWorkspace::open, new MemorySettings(), new FakeDialogs(file));
    }

    @AfterEach
    void close() {
        boolean[] closed = new boolean[1];
        Platform.runLater(() -> window.workbench().close(() -> closed[0] = true));
        await(() -> closed[0]);
    }

    @Test
    void importWithErrorsEditReadmitUndo(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.O);
        await(() -> shown("2 rejected, kept in quarantine"));
        robot.clickOn("Show rejected rows");
        await(() -> shown("2 of 3 rows are in quarantine"));
        TableView<?> rows = robot.lookup("#rows").query();
        await(() -> rows.getItems().size() == 2);
        await(() -> shown("runs.ndjson, line 2"));
        assertThat(shown("cpu_usage is 70, expected a fraction from 0 to 1")).isTrue();

        Node editor = robot.lookup("#editorHost").query();
        ToggleButton asText = robot.lookup("#asText").query();
        robot.interact(asText::fire);
        TextArea text = robot.from(editor).lookup(".raw-row").query();
        Button readmit = robot.lookup("#readmit").query();
        assertThat(readmit.isDisabled()).isTrue();
        robot.interact(() -> text.setText(text.getText().replace("70", "0.7")));
        await(() -> shown("Breaks no error rule"));
        robot.interact(text::requestFocus);
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        await(() -> shown("1 of 3 rows are in quarantine"));
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        await(() -> tile("tile-runs").equals("2"));
        assertThat(tile("tile-quarantined")).isEqualTo("1");

        robot.clickOn("#tile-quarantined");
        await(() -> shown("1 of 3 rows are in quarantine"));
        robot.push(KeyCode.CONTROL, KeyCode.ALT, KeyCode.Z);
        await(() -> shown("2 of 3 rows are in quarantine"));
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        await(() -> tile("tile-runs").equals("1"));
    }

    @Test
    void warningsShowTheRowsTheyFlaggedAndDriftShowsWithoutARule(FxRobot robot) throws IOException {
        Path earlier = drifting("earlier.ndjson", 100, 0);
        Path later = drifting("later.ndjson", 900, 40);
        imports(robot, earlier, "41");
        imports(robot, later, "82");
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT6);
        await(() -> shown("0 of 82 rows are in quarantine"));
        await(() -> shown("Drift against earlier imports"));
        assertThat(shownLike("Import 2, coder: latency of type coder: D = 1.000")).isTrue();

        choose(robot, "one-kpi-per-task");
        await(() -> shownLike("later.ndjson, line 41: task_id is "));
        assertThat(shownLike("later.ndjson, line 40: task_id is ")).isTrue();
        assertThat(shown("Drift against earlier imports")).isFalse();
        assertThat(shown("task_id: 4 rows")).isTrue();
    }

    /** 40 runs of a type around a latency, and one that repeats the last one's task. */
    private static Path drifting(String name, int latency, int first) throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i <= 40; i++) {
            rows.append(
                            QualityViewModelTest.row(first + Math.min(i, 39), "0.5")
                                    .replace(
                                            "\"latency_ms\":100", "\"latency_ms\":" + (latency + i))
                                    .replace("10:00:00Z", "10:00:%02dZ".formatted(i))
                                    .replace(
                                            "\"execution_context\"",
                                            "\"target_agent_type\":\"coder\",\"execution_context\""))
                    .append('\n');
        }
        return Files.writeString(folder.resolve(name), rows);
    }

    private void imports(FxRobot robot, Path file, String runs) {
        robot.interact(() -> window.workbench().open(List.of(file)));
        await(() -> tile("tile-runs").equals(runs));
    }

    private static void choose(FxRobot robot, String rule) {
        TableView<RuleLine> rules = robot.lookup("#rules").queryTableView();
        robot.interact(() ->
                rules.getSelectionModel()
                        .select(
                                rules.getItems().stream()
                                        .filter(line -> line.id().equals(rule))
                                        .findFirst()
                                        .orElseThrow()));
    }

    private String tile(String id) {
        Node tile = window.scene().lookup("#" + id);
        Node value = tile == null ? null : tile.lookup(".tile-value");
        return value instanceof Labeled label ? label.getText() : "";
    }

    private boolean shown(String text) {
        return window.shown(text);
    }

    private boolean shownLike(String part) {
        return window.anyShown(text -> text.contains(part));
    }
}
