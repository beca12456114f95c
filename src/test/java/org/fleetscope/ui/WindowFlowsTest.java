package org.fleetscope.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fleetscope.ui.fixture.OpenWindow.await;

import com.sun.javafx.scene.input.DragboardHelper;
import com.sun.javafx.tk.Toolkit;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.stage.Stage;
import org.fleetscope.series.AgentRow;
import org.fleetscope.ui.chart.TimeChart;
import org.fleetscope.ui.fixture.FakeDialogs;
import org.fleetscope.ui.fixture.FakeWorkspace;
import org.fleetscope.ui.fixture.MemorySettings;
import org.fleetscope.ui.fixture.OpenWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What an analyst does, through the real window. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX calls open before every test
final class WindowFlowsTest {
    private OpenWindow window;

    @Start
    void open(Stage stage) {
        window =
                OpenWindow.on(
                        stage,
                        folder -> new FakeWorkspace(),
                        new MemorySettings(),
                        new FakeDialogs(Path.of("/exports/day.ndjson")));
    }

    @Test
    void firstStartOffersAnExportAndNothingElse(FxRobot robot) {
        assertThat(shown("Drop files or a folder here")).isTrue();
        assertThat(shown("Open an export…")).isTrue();
        assertThat(shown("Explore sample data")).isFalse();
        assertThat(robot.lookup("#nav-agents").queryAs(Node.class).getParent().isVisible())
                .isFalse();
        Platform.runLater(() -> window.workbench().dark().set(true));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(shown("Drop files or a folder here")).isTrue();
    }

    @Test
    void fromOpeningAFileToAnAgentsTimeline(FxRobot robot) {
        openExport(robot);
        await(() -> shown("Imported 14\u202f400 rows in 1.3 s"));
        assertThat(shown("12 rejected, kept in quarantine")).isTrue();
        robot.clickOn("2 rules broken");
        assertThat(shown("latency-range")).isTrue();
        assertThat(shown("9")).isTrue();
        robot.clickOn("#nav-agents");
        TableView<AgentRow> table = robot.lookup("#table").match(OpenWindow::isShown).query();
        await(() -> table.getItems().size() == 40);
        robot.interact(() -> table.getSelectionModel().select(3));
        robot.interact(table::requestFocus);
        robot.type(KeyCode.ENTER);
        await(() -> shown("coder · 360 runs in view") || shown("coder-03"));
        assertThat(OpenWindow.isShown(robot.lookup(".timeline-view").query())).isTrue();
    }

    @Test
    void filtersAnomaliesAndExplainsOne(FxRobot robot) {
        openExport(robot);
        robot.clickOn("#nav-anomalies");
        await(() -> shown("149 anomalies"));
        Slider severity = robot.lookup("#severity").query();
        robot.interact(() -> severity.setValue(101));
        await(() -> shown("0 of 149 anomalies"));
        assertThat(shown("No anomaly passes these filters")).isTrue();
        robot.clickOn("Clear the filters");
        await(() -> shown("149 anomalies"));
        TableView<?> table = robot.lookup("#table").match(OpenWindow::isShown).query();
        robot.interact(() -> table.getSelectionModel().select(0));
        await(() -> shown("performance_score"));
        assertThat(shown("100·(0.5·accuracy + 0.3·L + 0.2·R)")).isFalse();
        robot.clickOn("Why?");
        assertThat(shown("100·(0.5·accuracy + 0.3·L + 0.2·R)")).isTrue();
    }

    @Test
    void narrowsTheScopeAndGoesBack(FxRobot robot) {
        openExport(robot);
        await(() -> shown("14\u202f400 runs"));
        robot.push(KeyCode.CONTROL, KeyCode.F);
        robot.clickOn("#scope-search").write("vis");
        robot.type(KeyCode.ENTER).type(KeyCode.ESCAPE);
        // Ten of the forty agents are of this type.
        await(() -> shown("Type: vision") && shown("3\u202f600 of 14\u202f400 runs"));
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        await(() -> shown("14\u202f400 runs"));
        assertThat(shown("Type: vision")).isFalse();
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        await(() -> shown("Type: vision"));
        robot.clickOn(".chip-remove");
        await(() -> shown("14\u202f400 runs"));
    }

    @Test
    void paletteFindsAndDoes(FxRobot robot) {
        openExport(robot);
        await(() -> shown("14\u202f400 runs"));
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("anomal");
        robot.type(KeyCode.ENTER);
        await(() -> shown("149 anomalies"));
    }

    @Test
    void opensWhatIsDropped(FxRobot robot) {
        robot.interact(() -> drop());
        await(() -> shown("14\u202f400 runs"));
    }

    @Test
    void aBrushOnTheOverviewNarrowsTheScope(FxRobot robot) {
        openExport(robot);
        await(() -> shown("14\u202f400 runs"));
        TimeChart chart = robot.lookup("#chart").match(OpenWindow::isShown).query();
        double right = chart.getWidth() - 40;
        robot.interact(() -> {
            chart.fireEvent(shifted(MouseEvent.MOUSE_PRESSED, chart, right / 2));
            chart.fireEvent(shifted(MouseEvent.MOUSE_DRAGGED, chart, right));
            chart.fireEvent(shifted(MouseEvent.MOUSE_RELEASED, chart, right));
        });
        await(() -> window.anyShown(text -> text.endsWith(" of 14\u202f400 runs")));
        assertThat(shown("All time")).isFalse();
        robot.push(KeyCode.ALT, KeyCode.LEFT);
        await(() -> shown("14\u202f400 runs") && shown("All time"));
        robot.push(KeyCode.ALT, KeyCode.RIGHT);
        await(() -> window.anyShown(text -> text.endsWith(" of 14\u202f400 runs")));
    }

    @Test
    void aTimeIsTypedWithoutThePointer(FxRobot robot) {
        openExport(robot);
        await(() -> shown("14\u202f400 runs"));
        robot.push(KeyCode.CONTROL, KeyCode.T);
        WaitForAsyncUtils.waitForFxEvents();
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.write("2027-01-01");
        robot.push(KeyCode.TAB);
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.push(KeyCode.DELETE);
        robot.type(KeyCode.ENTER);
        await(() -> shown("No run matches this scope"));
        robot.clickOn("Clear the scope");
        await(() -> shown("14\u202f400 runs"));
    }

    @Test
    void theZoneChangesEveryTime(FxRobot robot) {
        openExport(robot);
        robot.clickOn("#nav-anomalies");
        await(() -> shown("149 anomalies"));
        TableView<?> table = robot.lookup("#table").match(OpenWindow::isShown).query();
        Object utc = table.getColumns().get(1).getCellData(0);
        robot.clickOn("Times in UTC");
        robot.clickOn("#zone-search").write("kolkata");
        robot.type(KeyCode.ENTER);
        await(() -> shown("Times in Asia/Kolkata"));
        assertThat(table.getColumns().get(1).getCellData(0)).isNotEqualTo(utc);
    }

    @Test
    void theChartHasATableTwin(FxRobot robot) {
        openExport(robot);
        await(() -> shown("14\u202f400 runs"));
        robot.clickOn("Table");
        await(() -> shown("240 rows"));
        assertThat(OpenWindow.isShown(robot.lookup("#chart").query())).isFalse();
        robot.clickOn("Copy all");
        List<String> copied = new ArrayList<>();
        robot.interact(() -> copied.add(Clipboard.getSystemClipboard().getString()));
        assertThat(copied.getFirst().lines()).hasSize(241);
    }

    private void drop() {
        Dragboard board =
                DragboardHelper.createDragboard(Toolkit.getToolkit().createLocalClipboard());
        ClipboardContent content = new ClipboardContent();
        content.putFiles(List.of(new File("/exports/day.ndjson")));
        board.setContent(content);
        Parent root = window.scene().getRoot();
        root.fireEvent(
                new DragEvent(
                        root,
                        root,
                        DragEvent.DRAG_DROPPED,
                        board,
                        300,
                        300,
                        300,
                        300,
                        TransferMode.COPY,
                        null,
                        null,
                        null));
    }

    private static MouseEvent shifted(EventType<MouseEvent> type, Node node, double x) {
        return new MouseEvent(
                node,
                node,
                type,
                x,
                60,
                x,
                60,
                MouseButton.PRIMARY,
                1,
                true,
                false,
                false,
                false,
                true,
                false,
                false,
                false,
                false,
                false,
                null);
    }

    private void openExport(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.O);
        await(() -> OpenWindow.isShown(robot.lookup("#nav-agents").query()));
    }

    private boolean shown(String text) {
        return window.shown(text);
    }
}
