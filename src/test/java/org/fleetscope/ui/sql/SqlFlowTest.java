package org.fleetscope.ui.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.TreeView;
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

/** From typing with completion to rows, chart, plan, error and file, through the real window. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX calls open before every test
final class SqlFlowTest {
    @TempDir private static Path folder;

    private OpenWindow window;

    @Start
    void open(Stage stage) throws IOException {
        Path file = folder.resolve("runs.ndjson");
        StringBuilder rows = new StringBuilder();
        for (int i = 1; i <= 3; i++) {
            rows.append(
                    """
                    {"task_id":"00000000-0000-4000-8000-00000000000%d","agent_id":"00000000-0000-4000-8000-0000000000aa",\
                    "recorded_at":"2026-01-31T10:0%d:00Z","latency_ms":%d,"accuracy":0.9,"cpu_usage":0.5,"memory_mb":100,\
                    "network_bytes":10,"execution_context":{"hostname":"node-%d","resources":{"cpu_cores":4}}}
                    """
                            .formatted(i, i, 100 * i, i));
        }
        Files.writeString(file, rows);
        window =
                OpenWindow.on(
                        stage, LocalWorkspace::open, new MemorySettings(), new FakeDialogs(folder));
        window.workbench().open(List.of(file));
    }

    @AfterEach
    void close() {
        boolean[] closed = new boolean[1];
        Platform.runLater(() -> window.workbench().close(() -> closed[0] = true));
        OpenWindow.await(() -> closed[0]);
    }

    @Test
    void typeRunChartExplainFailExport(FxRobot robot) throws IOException {
        OpenWindow.await(() -> window.shown("3 runs"));
        robot.interact(() -> ((ToggleButton) window.scene().lookup("#nav-sql")).fire());
        TreeView<?> schema = robot.lookup("#schema").query();
        OpenWindow.await(() -> schema.getRoot().getChildren().size() > 5);
        assertThat(String.valueOf(schema.getRoot().getChildren().getFirst().getValue()))
                .contains("kpi_reports");

        TextArea editor = robot.lookup("#sql-editor").query();
        robot.interact(editor::requestFocus);
        robot.write("sel");
        ListView<?> completion = robot.lookup("#sql-completion").query();
        OpenWindow.await(completion::isVisible);
        robot.push(KeyCode.ENTER);
        assertThat(editor.getText()).isEqualTo("SELECT");
        robot.write(" hostname, latency_ms FROM kpi_re");
        OpenWindow.await(completion::isVisible);
        robot.push(KeyCode.TAB);
        robot.write(" ORDER BY latency_ms DESC");
        robot.push(KeyCode.ESCAPE);
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        Label summary = robot.lookup("#sql-summary").query();
        OpenWindow.await(() -> summary.getText().startsWith("3 rows"));
        TableView<List<Object>> rows = robot.lookup("#sql-rows").query();
        assertThat(rows.getItems())
                .containsExactly(
                        List.of("node-3", 300.0),
                        List.of("node-2", 200.0),
                        List.of("node-1", 100.0));

        robot.interact(() -> robot.lookup("#sql-chart").<ToggleButton>query().fire());
        BarList bars = robot.lookup("#sql-bars").query();
        assertThat(bars.isVisible()).isTrue();
        assertThat(bars.getItems().getFirst()).isEqualTo(new ChartChoice.Bar("node-3", 300));
        ComboBox<Integer> x = robot.lookup("#sql-x").query();
        robot.interact(() -> x.setValue(1));
        assertThat(bars.getItems().getFirst().name()).isEqualTo("300");

        MenuButton export = robot.lookup("#sql-export").query();
        robot.interact(() -> export.getItems().getFirst().fire());
        Path csv = folder.resolve("query.csv");
        OpenWindow.await(() -> Files.exists(csv));
        assertThat(Files.readAllLines(csv))
                .containsExactly(
                        "hostname,latency_ms", "node-3,300.0", "node-2,200.0", "node-1,100.0");

        robot.interact(editor::requestFocus);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.ENTER);
        TableView<SqlPlan.Step> steps = robot.lookup("#sql-steps").query();
        OpenWindow.await(() -> OpenWindow.isShown(steps) && steps.getItems().size() == 1);
        assertThat(steps.getItems().getFirst().rows()).isIn(3L, 4L);

        robot.interact(() -> editor.setText("SELECT\n  nothing FROM kpi_reports"));
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        Node error = robot.lookup("#sql-error").query();
        OpenWindow.await(() -> OpenWindow.isShown(error));
        assertThat(window.shown("The statement could not be run: line 2, column 3")).isTrue();
        robot.interact(() -> editor.setText("DELETE FROM kpi.tasks"));
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        OpenWindow.await(
                () -> window.anyShown(text -> text.startsWith("Only queries can be run here")));
    }
}
