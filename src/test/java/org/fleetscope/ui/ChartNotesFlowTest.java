package org.fleetscope.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fleetscope.ui.fixture.OpenWindow.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.fleetscope.model.TimeNote;
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

/** Notes at times, through the real window. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX calls open before every test
final class ChartNotesFlowTest {
    private final FakeWorkspace workspace = new FakeWorkspace();
    private final FakeDialogs dialogs = new FakeDialogs();

    private OpenWindow window;

    @Start
    void open(Stage stage) {
        window = OpenWindow.on(stage, opened -> workspace, new MemorySettings(), dialogs);
    }

    private TimeChart openTimeline(FxRobot robot) {
        robot.interact(() -> window.workbench().open(List.of(Path.of("/exports/day.ndjson"))));
        await(() -> window.shown("14\u202f400 runs"));
        robot.clickOn("#nav-timeline");
        TimeChart chart = robot.lookup(".timeline-view .time-chart").queryAs(TimeChart.class);
        await(() -> OpenWindow.isShown(chart) && !chart.getTracks().isEmpty());
        robot.interact(chart::requestFocus);
        return chart;
    }

    private Stream<String> texts() {
        return stored().stream().map(TimeNote::text);
    }

    private List<TimeNote> stored() {
        try {
            return workspace.timeNotes().all();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aNoteIsAddedChangedDeletedAndTakenBackByKeys(FxRobot robot) {
        TimeChart chart = openTimeline(robot);
        dialogs.setTyped("deployed 4.2");
        robot.push(KeyCode.SHIFT, KeyCode.RIGHT);
        robot.type(KeyCode.N);
        await(() -> chart.getNotes().size() == 1);
        TimeNote first = stored().getFirst();
        assertThat(first.text()).isEqualTo("deployed 4.2");
        assertThat(first.range().length()).isZero();
        assertThat(first.subject()).isEqualTo(chart.getHeading()).isNotEmpty();

        dialogs.setTyped("deployed 4.3");
        robot.type(KeyCode.F2);
        await(() -> texts().toList().equals(List.of("deployed 4.3")));
        await(() -> chart.getNotes().getFirst().text().equals("deployed 4.3"));
        robot.type(KeyCode.DELETE);
        await(() -> chart.getNotes().isEmpty());
        assertThat(stored()).isEmpty();

        await(() -> window.shown("Deleted the note"));
        robot.push(KeyCode.CONTROL, KeyCode.ALT, KeyCode.N);
        await(() -> chart.getNotes().size() == 1);
        robot.push(KeyCode.CONTROL, KeyCode.ALT, KeyCode.N);
        await(() -> texts().toList().equals(List.of("deployed 4.2")));

        robot.clickOn("#nav-overview");
        TimeChart fleet =
                robot.lookup(".time-chart").match(OpenWindow::isShown).queryAs(TimeChart.class);
        await(() -> fleet.getNotes().size() == 1);
    }

    @Test
    void theMenuOfTheChartListsTheNotesInView(FxRobot robot) {
        TimeChart chart = openTimeline(robot);
        dialogs.setTyped("slow disk");
        robot.interact(() -> menu(chart));
        robot.clickOn("Add a note here…");
        await(() -> chart.getNotes().size() == 1);
        // Without crosshair and brush it stands for all that is in view.
        assertThat(stored().getFirst().range()).isEqualTo(chart.getRange());
        robot.interact(() -> menu(chart));
        assertThat(robot.lookup("Notes in view").tryQuery()).isPresent();
        robot.type(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void menu(TimeChart chart) {
        chart.fireEvent(
                new ContextMenuEvent(
                        ContextMenuEvent.CONTEXT_MENU_REQUESTED, 10, 10, 200, 200, false, null));
    }
}
