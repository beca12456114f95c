package org.fleetscope.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fleetscope.ui.fixture.OpenWindow.await;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.fleetscope.ui.fixture.FakeDialogs;
import org.fleetscope.ui.fixture.FakeWorkspace;
import org.fleetscope.ui.fixture.MemorySettings;
import org.fleetscope.ui.fixture.OpenWindow;
import org.fleetscope.workspace.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Nothing piles up in a window that is used for long, and a closed one goes. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX calls open before every test
final class LeakTest {
    private static final int ROUNDS = 50;
    private static final long MOST_GROWTH = 8 << 20;

    private Stage stage;

    @Start
    void open(Stage shown) {
        stage = shown;
    }

    private OpenWindow window(FxRobot robot, Workspace workspace) {
        OpenWindow[] made = new OpenWindow[1];
        robot.interact(() ->
                made[0] =
                        OpenWindow.on(
                                stage,
                                folder -> workspace,
                                new MemorySettings(),
                                new FakeDialogs()));
        OpenWindow window = made[0];
        robot.interact(() -> window.workbench().open(List.of(Path.of("/exports/day.ndjson"))));
        await(() -> window.shown("14\u202f400 runs"));
        return window;
    }

    private static void everyScreen(FxRobot robot, OpenWindow window, int rounds) {
        List<ToggleButton> screens =
                window.scene().getRoot().lookupAll(".rail-item").stream()
                        .filter(ToggleButton.class::isInstance)
                        .map(ToggleButton.class::cast)
                        .toList();
        assertThat(screens).hasSizeGreaterThan(4);
        for (int round = 0; round < rounds; round++) {
            screens.forEach(screen -> robot.interact(screen::fire));
        }
        robot.interact(screens.getFirst()::fire);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void screensOpenedFiftyTimesLeaveNoNodesAndNoHeap(FxRobot robot) throws Exception {
        OpenWindow window = window(robot, new FakeWorkspace());
        everyScreen(robot, window, 5);
        int nodes = nodes(window);
        long heap = heapInUse();
        everyScreen(robot, window, ROUNDS);
        assertThat(nodes(window)).isEqualTo(nodes);
        assertThat(heapInUse() - heap).isLessThan(MOST_GROWTH);
    }

    @Test
    void aClosedWindowAndItsWorkspaceAreCollected(FxRobot robot) {
        WeakReference<Workspace> workspace = openedAndClosed(robot);
        await(() -> {
            System.gc();
            return workspace.refersTo(null);
        });
    }

    private WeakReference<Workspace> openedAndClosed(FxRobot robot) {
        FakeWorkspace workspace = new FakeWorkspace();
        OpenWindow window = window(robot, workspace);
        everyScreen(robot, window, 1);
        robot.interact(() -> window.workbench().close(() -> {}));
        window(robot, new FakeWorkspace());
        return new WeakReference<>(workspace);
    }

    private static int nodes(OpenWindow window) throws Exception {
        return WaitForAsyncUtils.asyncFx(() -> count(window.scene().getRoot()))
                .get(10, TimeUnit.SECONDS);
    }

    private static int count(Node node) {
        return 1
                + (node instanceof Parent parent
                        ? parent.getChildrenUnmodifiable().stream().mapToInt(LeakTest::count).sum()
                        : 0);
    }

    private static long heapInUse() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }
}
