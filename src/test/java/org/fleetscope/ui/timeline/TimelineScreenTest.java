package org.fleetscope.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fleetscope.ui.timeline.FakeFleetView.AGENT;
import static org.fleetscope.ui.timeline.FakeFleetView.SECOND;

import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Application;
import javafx.event.EventType;
import javafx.fxml.FXMLLoader;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.fleetscope.job.SameThreadRunner;
import org.fleetscope.model.TimeRange;
import org.fleetscope.series.RunSummary;
import org.fleetscope.ui.chart.TimeChart;
import org.fleetscope.ui.support.TimeText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class TimelineScreenTest {
    private final TimelineViewModel model =
            new TimelineViewModel(new SameThreadRunner(), new TimeText(ZoneOffset.UTC));
    private final FakeFleetView view = new FakeFleetView();
    private final List<Integer> chosen = new ArrayList<>();

    @Start
    void start(Stage stage) throws IOException {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        FXMLLoader loader =
                new FXMLLoader(getClass().getResource("/fxml/timeline/TimelineView.fxml"));
        loader.setControllerFactory(type ->
                type == TimelineController.class
                        ? new TimelineController(model)
                        : new BrushPanelController(model));
        Parent root = loader.load();
        Scene scene = new Scene(root, 1000, 760);
        scene.getStylesheets()
                .add(
                        Objects.requireNonNull(
                                        getClass().getResource("/styles/chart-test-tokens.css"))
                                .toExternalForm());
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
        model.setOnRunChosen(chosen::add);
    }

    private TimeChart showAgent(FxRobot robot) {
        robot.interact(() -> model.show(view, AGENT));
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup(".time-chart").queryAs(TimeChart.class);
    }

    /**
     * Screen x of a time, from the width of the plots, which end 1.6 em of the chart's text before
     * its edge.
     */
    private static double[] onChart(TimeChart chart, double share) {
        Bounds box = chart.localToScreen(chart.getLayoutBounds());
        double width = chart.plotWidthProperty().get();
        double left = box.getMaxX() - 24 - width;
        return new double[] {left + share * width, box.getMinY() + 60};
    }

    /** The robot of the headless platform leaves modifier keys out of its mouse events. */
    private static void shiftDrag(FxRobot robot, TimeChart chart, double[] from, double[] to) {
        robot.interact(() -> {
            chart.fireEvent(shifted(MouseEvent.MOUSE_PRESSED, chart, from));
            chart.fireEvent(shifted(MouseEvent.MOUSE_DRAGGED, chart, to));
            chart.fireEvent(shifted(MouseEvent.MOUSE_RELEASED, chart, to));
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static MouseEvent shifted(
            EventType<MouseEvent> type, TimeChart chart, double[] screen) {
        Point2D at = chart.screenToLocal(screen[0], screen[1]);
        return new MouseEvent(
                type,
                at.getX(),
                at.getY(),
                screen[0],
                screen[1],
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

    @Test
    void saysWhatToDoWithoutAnAgent(FxRobot robot) {
        assertThat(robot.lookup(".timeline-state-title").queryAs(Label.class).getText())
                .isEqualTo("No agent chosen");
        assertThat(robot.lookup(".timeline-header").query().isVisible()).isFalse();
    }

    @Test
    void theWheelZoomsAtThePointerAndADoubleClickResets(FxRobot robot) throws TimeoutException {
        TimeChart chart = showAgent(robot);
        TimeRange all = chart.getRange();
        double[] at = onChart(chart, 0.5);
        long middle = all.from() + all.length() / 2;
        // Natural scrolling turns the robot's direction round, so either direction must have zoomed
        // in.
        robot.moveTo(at[0], at[1]).scroll(5, VerticalDirection.UP);
        WaitForAsyncUtils.waitForFxEvents();
        TimeRange up = chart.getRange();
        robot.scroll(10, VerticalDirection.DOWN);
        WaitForAsyncUtils.waitForFxEvents();
        TimeRange zoomed = up.length() < chart.getRange().length() ? up : chart.getRange();
        assertThat(zoomed.length()).isLessThan(all.length() / 2);
        long pixel = 2 * all.length() / chart.plotWidthProperty().get();
        assertThat(zoomed.from() + zoomed.length() / 2).isBetween(middle - pixel, middle + pixel);
        robot.interact(() -> chart.requestFocus());
        robot.type(KeyCode.ADD, 3);
        TimeRange closer = chart.getRange();
        assertThat(closer.length()).isLessThan(all.length());
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> view.asked.getLast().equals(closer));
        robot.moveTo(at[0], at[1]).doubleClickOn(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(chart.getRange()).isEqualTo(all);
    }

    @Test
    void draggingPansAndKeepsTheLength(FxRobot robot) {
        TimeChart chart = showAgent(robot);
        robot.interact(() -> model.requestRange(new TimeRange(300 * SECOND, 500 * SECOND), 800));
        WaitForAsyncUtils.waitForFxEvents();
        double[] from = onChart(chart, 0.5);
        double[] to = onChart(chart, 0.25);
        robot.moveTo(from[0], from[1])
                .press(MouseButton.PRIMARY)
                .moveTo(to[0], to[1])
                .release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
        // A quarter of 200 s to the left brings later times into view.
        assertThat(chart.getRange().length()).isEqualTo(200 * SECOND);
        assertThat(chart.getRange().from()).isBetween(349 * SECOND, 351 * SECOND);
    }

    @Test
    void aShiftDragComparesTheStretchWithTheRestAndEscapeEndsIt(FxRobot robot) {
        TimeChart chart = showAgent(robot);
        shiftDrag(robot, chart, onChart(chart, 0.25), onChart(chart, 0.75));
        TableView<RunSummary> runs =
                robot.lookup(".timeline-brush .table-view")
                        .match(node -> "Runs inside the selection".equals(node.getAccessibleText()))
                        .queryTableView();
        // Half of 1000 runs, within a pixel or two at either end.
        assertThat(runs.getItems().size()).isBetween(490, 515);
        robot.interact(() -> {
            runs.requestFocus();
            runs.getSelectionModel().select(3);
        });
        robot.type(KeyCode.ENTER);
        assertThat(chosen).containsExactly(runs.getItems().get(3).runIndex());
        robot.interact(chart::requestFocus);
        robot.type(KeyCode.ESCAPE);
        assertThat(model.brush().rangeProperty().get()).isNull();
        assertThat(robot.lookup(".timeline-brush").tryQuery()).isEmpty();
    }

    @Test
    void theKeyboardFindsAndOpensAFinding(FxRobot robot) {
        TimeChart chart = showAgent(robot);
        robot.interact(chart::requestFocus);
        robot.press(KeyCode.CONTROL).type(KeyCode.RIGHT).release(KeyCode.CONTROL);
        robot.type(KeyCode.ENTER);
        assertThat(chosen).containsExactly(500);
        robot.press(KeyCode.SHIFT).type(KeyCode.RIGHT).release(KeyCode.SHIFT);
        robot.type(KeyCode.SPACE);
        robot.press(KeyCode.SHIFT);
        for (int i = 0; i < 5; i++) {
            robot.type(KeyCode.RIGHT);
        }
        robot.release(KeyCode.SHIFT).type(KeyCode.SPACE);
        TimeRange brushed = Objects.requireNonNull(model.brush().rangeProperty().get());
        assertThat(brushed.from()).isGreaterThan(500 * SECOND);
        assertThat(brushed.length()).isGreaterThanOrEqualTo(5 * SECOND);
    }
}
