package org.fleetscope.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fleetscope.ui.fixture.OpenWindow.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.fleetscope.job.JobContext;
import org.fleetscope.series.AgentRow;
import org.fleetscope.ui.fixture.FakeDialogs;
import org.fleetscope.ui.fixture.MemorySettings;
import org.fleetscope.ui.fixture.OpenWindow;
import org.fleetscope.workspace.ImportListener;
import org.fleetscope.workspace.ImportOptions;
import org.fleetscope.workspace.LocalWorkspace;
import org.fleetscope.workspace.Workspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The window is left and comes back as it was: back and forward, saved scopes, the next start. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX calls open before every test
final class ComingBackFlowTest {
    @TempDir static Path folder;

    private final MemorySettings settings = new MemorySettings();
    private final FakeDialogs dialogs = new FakeDialogs();
    private Stage stage;
    private OpenWindow window;

    @BeforeAll
    static void fill() throws IOException {
        try (Workspace opened = LocalWorkspace.open(workspace())) {
            opened.importFiles(
                    List.of(Path.of("sample-data")),
                    ImportOptions.DEFAULTS,
                    new ImportListener() {},
                    JobContext.NONE);
        }
    }

    private static Path workspace() {
        return folder.resolve("workspace");
    }

    @Start
    void open(Stage shown) {
        stage = shown;
        start();
    }

    private void start() {
        window = OpenWindow.on(stage, LocalWorkspace::open, settings, dialogs);
    }

    @Test
    void theNextStartIsWhereTheLastEnded(FxRobot robot) throws Exception {
        robot.interact(() -> window.workbench().open(List.of(workspace())));
        agentsOfCodeReview(robot);
        TableView<AgentRow> table = robot.lookup("#table").match(OpenWindow::isShown).query();
        robot.interact(() -> {
            TableColumn<AgentRow, ?> type = table.getColumns().remove(1);
            table.getColumns().addFirst(type);
            robot.lookup("#filter")
                    .match(OpenWindow::isShown)
                    .queryAs(TextField.class)
                    .setText("code");
        });
        close(robot);
        robot.interact(this::start);
        robot.interact(() -> window.workbench().open(List.of()));
        await(() -> window.shown("Type: code-review") && isShown(robot, "#filter"));
        TableView<AgentRow> again = robot.lookup("#table").match(OpenWindow::isShown).query();
        await(() -> !again.getItems().isEmpty());
        assertThat(again.getColumns().getFirst().getText()).isEqualTo("Type");
        TextField filter = robot.lookup("#filter").match(OpenWindow::isShown).query();
        assertThat(filter.getText()).isEqualTo("code");
    }

    @Test
    void backAndForwardRestoreScreenAgentAndScope(FxRobot robot) throws Exception {
        robot.interact(() -> window.workbench().open(List.of(workspace())));
        agentsOfCodeReview(robot);
        TableView<AgentRow> table = robot.lookup("#table").match(OpenWindow::isShown).query();
        await(() -> !table.getItems().isEmpty());
        String name = table.getItems().getFirst().name();
        robot.interact(() -> table.getSelectionModel().select(0));
        robot.interact(table::requestFocus);
        robot.type(KeyCode.ENTER);
        await(() -> window.shown(name) && isShown(robot, ".timeline-view"));
        robot.push(KeyCode.ALT, KeyCode.LEFT);
        await(() -> isShown(robot, "#filter") && window.shown("Type: code-review"));
        robot.push(KeyCode.ALT, KeyCode.LEFT);
        await(() -> isShown(robot, "#filter") && !window.shown("Type: code-review"));
        robot.push(KeyCode.ALT, KeyCode.RIGHT);
        robot.push(KeyCode.ALT, KeyCode.RIGHT);
        await(() -> window.shown(name) && isShown(robot, ".timeline-view"));
        assertThat(window.shown("Type: code-review")).isTrue();
    }

    @Test
    void aSavedScopeIsAtHand(FxRobot robot) throws Exception {
        robot.interact(() -> window.workbench().open(List.of(workspace())));
        agentsOfCodeReview(robot);
        dialogs.setTyped("Review_ers");
        robot.push(KeyCode.CONTROL, KeyCode.S);
        robot.push(KeyCode.CONTROL, KeyCode.BACK_SPACE);
        await(() -> !window.shown("Type: code-review"));
        MenuButton scopes = robot.lookup("#scopes").query();
        MenuItem item =
                scopes.getItems().stream()
                        .filter(one -> "Review_ers".equals(one.getText()))
                        .findFirst()
                        .orElseThrow();
        robot.interact(item::fire);
        await(() -> window.shown("Type: code-review"));
    }

    private void agentsOfCodeReview(FxRobot robot) {
        await(() -> isShown(robot, "#nav-agents"));
        robot.clickOn("#nav-agents");
        await(() -> isShown(robot, "#filter"));
        robot.push(KeyCode.CONTROL, KeyCode.F);
        robot.clickOn("#scope-search").write("code-review");
        robot.type(KeyCode.ENTER).type(KeyCode.ESCAPE);
        await(() -> window.shown("Type: code-review"));
    }

    @AfterEach
    void end(FxRobot robot) throws InterruptedException {
        close(robot);
    }

    private void close(FxRobot robot) throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        robot.interact(() -> window.workbench().close(closed::countDown));
        assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static boolean isShown(FxRobot robot, String query) {
        return robot.lookup(query).queryAll().stream().anyMatch(ComingBackFlowTest::seen);
    }

    private static boolean seen(Node node) {
        return OpenWindow.isShown(node);
    }
}
