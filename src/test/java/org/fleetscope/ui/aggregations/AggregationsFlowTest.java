package org.fleetscope.ui.aggregations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fleetscope.ui.fixture.OpenWindow.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.StringJoiner;
import javafx.application.Platform;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.fleetscope.ui.fixture.FakeDialogs;
import org.fleetscope.ui.fixture.MemorySettings;
import org.fleetscope.ui.fixture.OpenWindow;
import org.fleetscope.workspace.LocalWorkspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** From a file to a pivot, a narrower scope and a workbook, through the real window. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX calls open before every test
final class AggregationsFlowTest {
    @TempDir private static Path folder;

    private OpenWindow window;

    @Start
    void open(Stage stage) throws IOException {
        StringJoiner rows = new StringJoiner("\n", "", "\n");
        for (int i = 0; i < 9; i++) {
            rows.add(
                    AggregationsViewModelTest.row(
                            i, i < 6 ? "coder" : "vision", i % 3, "n", i * 1.5, 100 + i, 5));
        }
        Path file = Files.writeString(folder.resolve("runs.ndjson"), rows.toString());
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
    void pivotNarrowsAndCopies(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.O);
        await(() -> OpenWindow.isShown(robot.lookup("#nav-aggregations").query()));
        robot.clickOn("#nav-aggregations");
        TableView<?> table = robot.lookup(".pivot-table").query();
        // Types coder (agents 0, 1, 2) and vision (the same), subtotals and the total.
        await(() -> table.getItems().size() == 9);
        assertThat(window.shown("6 groups")).isTrue();
        assertThat(table.getColumns())
                .extracting(TableColumn::getText)
                .containsExactly(
                        "Type",
                        "Agent",
                        "2026-01-05 00:00",
                        "2026-01-05 06:00",
                        "2026-01-05 12:00",
                        "All");
        assertThat(robot.lookup(".pivot-chart .chart").tryQuery()).isPresent();

        robot.interact(table::requestFocus);
        robot.push(KeyCode.CONTROL, KeyCode.C);
        String[] copied = new String[1];
        robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
        assertThat(copied[0].lines()).hasSize(10).first().asString().startsWith("Type\tAgent\t");

        robot.interact(() -> select(table, 8));
        await(() ->
                window.anyShown(text -> text.startsWith("All · 2026-01-05 06:00 · Latency p95")));
        robot.interact(() -> select(table, 3));
        robot.interact(table::requestFocus);
        robot.type(KeyCode.ENTER);
        // Coder's runs from 06:00 on: at 6:00 and 7:30.
        await(() -> window.shown("2 of 9 runs") && window.shown("Type: coder"));
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        await(() -> window.shown("9 runs"));
    }

    private static <T> void select(TableView<T> table, int row) {
        TableColumn<T, ?> six = table.getColumns().get(3);
        table.getSelectionModel().clearAndSelect(row, six);
        table.getFocusModel().focus(row, six);
    }
}
