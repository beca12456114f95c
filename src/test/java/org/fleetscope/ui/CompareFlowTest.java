package org.fleetscope.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fleetscope.ui.fixture.OpenWindow.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.fleetscope.model.MetricDifference;
import org.fleetscope.ui.fixture.FakeDialogs;
import org.fleetscope.ui.fixture.FakeWorkspace;
import org.fleetscope.ui.fixture.MemorySettings;
import org.fleetscope.ui.fixture.OpenWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Comparing through the real window. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX calls open before every test
final class CompareFlowTest {
    private Path folder;

    private final List<FakeWorkspace> opened = new CopyOnWriteArrayList<>();
    private OpenWindow window;

    @Start
    void open(Stage stage) throws IOException {
        // What one test exports would be a file to look at for the next.
        folder = Files.createTempDirectory("fleetscope-compare-");
        window =
                OpenWindow.on(
                        stage,
                        place -> {
                            FakeWorkspace made = new FakeWorkspace();
                            opened.add(made);
                            return made;
                        },
                        new MemorySettings(),
                        new FakeDialogs(folder));
    }

    @Test
    void whatDiffersFromTheTimeBeforeDownToTheAgent(FxRobot robot) throws IOException {
        TableView<MetricDifference> table = compare(robot);
        assertThat(window.shown("1 worse, 0 better of 2 compared")).isTrue();
        assertThat(window.shown("+100\u00a0ms")).isTrue();
        assertThat(window.shown("+50\u00a0ms to +150\u00a0ms")).isTrue();
        CheckBox sure = robot.lookup("#onlySure").query();
        robot.interact(sure::fire);
        assertThat(table.getItems()).hasSize(1);
        Button export = robot.lookup("#export").match(OpenWindow::isShown).query();
        robot.interact(export::fire);
        await(() -> window.shown("Exported 1 difference to " + folder.resolve("differences.csv")));
        List<String> lines = Files.readAllLines(folder.resolve("differences.csv"));
        assertThat(lines).hasSize(2);
        assertThat(lines.get(1)).contains(",latency_ms,worse,180,180,800.0,900.0,");
        robot.interact(() -> table.getSelectionModel().select(0));
        robot.interact(table::requestFocus);
        robot.type(KeyCode.ENTER);
        await(() -> OpenWindow.isShown(robot.lookup(".timeline-view").query()));
    }

    @Test
    void aPinnedScopeAndAnotherExportAreReferences(FxRobot robot) {
        compare(robot);
        robot.clickOn("Pin this scope");
        await(() -> window.anyShown(text -> text.startsWith("All time · 14\u202f400 runs")));
        ComboBox<?> reference = robot.lookup("#reference").query();
        assertThat(reference.getItems()).hasSize(4);
        robot.clickOn("Another export…");
        await(() -> window.anyShown(text -> text.startsWith("Export: ")));
        assertThat(reference.getItems()).hasSize(5);
        boolean[] closed = new boolean[1];
        robot.interact(() -> window.workbench().close(() -> closed[0] = true));
        await(() -> closed[0]);
        assertThat(opened).hasSize(2).allMatch(FakeWorkspace::isClosed);
    }

    private TableView<MetricDifference> compare(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.O);
        await(() -> OpenWindow.isShown(robot.lookup("#nav-compare").query()));
        await(() -> window.shown("14\u202f400 runs"));
        ToggleButton compare = robot.lookup("#nav-compare").query();
        robot.interact(compare::fire);
        await(() -> window.shown("No difference"));
        return robot.lookup("#table").match(OpenWindow::isShown).query();
    }
}
