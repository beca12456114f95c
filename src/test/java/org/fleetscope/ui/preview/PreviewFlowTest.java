package org.fleetscope.ui.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fleetscope.ui.preview.PreviewWindow.await;
import static org.fleetscope.ui.preview.PreviewWindow.isShown;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.fleetscope.ui.chart.TimeChart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** From a foreign file through the preview to the overview, in the real window. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX calls open before every test
final class PreviewFlowTest {
    private static final Path RUNS = Path.of("src/test/resources/foreign/ci-runs.csv");
    private static final String GOOD = "In the first part of the file: 58 of 60 runs are good";

    @TempDir static Path folder;

    private PreviewWindow window;
    private int gestures;

    @Start
    void open(Stage stage) {
        window = new PreviewWindow(stage, 1280, 800, RUNS);
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    private void press(FxRobot robot, KeyCode... keys) {
        gestures++;
        robot.push(keys);
    }

    /** Open, look, import: two gestures, and the chart is there. */
    @Test
    void aForeignFileIsAChartInHalfAMinute(FxRobot robot) {
        long start = System.nanoTime();
        press(robot, KeyCode.CONTROL, KeyCode.O);
        await(() -> window.shown(GOOD));
        press(robot, KeyCode.CONTROL, KeyCode.ENTER);
        await(() -> window.shown("58 runs"));
        await(() ->
                robot.lookup(TimeChart.class::isInstance)
                        .tryQuery()
                        .filter(Node::isVisible)
                        .filter(PreviewWindow::isShown)
                        .isPresent());

        assertThat(gestures).isEqualTo(2);
        assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start)).isLessThan(30);
    }

    @Test
    void foreignFileToOverviewWithOneConversionChanged(FxRobot robot) {
        Platform.runLater(() -> window.workbench().open(List.of(RUNS)));
        await(() -> window.shown(GOOD));
        assertThat(window.shown("cpu-range 1 \u00b7 latency-range 1")).isTrue();
        assertThat(robot.lookup("#nav-overview").queryAs(Node.class).getParent().isVisible())
                .isFalse();

        var conversion = window.choice("Conversion of cpu_usage");
        robot.interact(() -> conversion.setValue("permille->fraction"));
        await(() -> window.shown("In the first part of the file: 59 of 60 runs are good"));

        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        await(() -> window.shown("59 runs"));
        assertThat(isShown(robot.lookup("#mapping-table").query())).isFalse();
    }

    @Test
    void openedOnDemandAndLeftByKey(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.P);
        await(() -> window.shown(GOOD));
        TableView<?> mapping = robot.lookup("#mapping-table").query();
        assertThat(mapping.getItems()).hasSizeGreaterThan(14);
        robot.push(KeyCode.ESCAPE);
        await(() -> window.shown("Drop files or a folder here"));
        assertThat(isShown(mapping)).isFalse();
    }

    /** A table that nothing recognises as its author meant it, read as told, step by step. */
    @Test
    void aTableIsReadAsAPersonSays(FxRobot robot) {
        Path odd =
                write(
                        "odd.csv",
                        "a|b;c\nJob~Agent~Time~Took\n1~'x'~2026-03-02 08:00:00~2.5\n2~y~2026-03-02 08:00:01~3.5\n");
        robot.interact(() -> window.workbench().open(List.of(odd)));
        var delimiter = window.choice("Delimiter; a text of your own can be typed");
        robot.interact(() -> delimiter.setValue("~"));
        var header = window.choice("Header");
        robot.interact(() -> header.setValue(ReadingController.HEADER));
        robot.interact(() -> {
            var skip =
                    (javafx.scene.control.TextField)
                            window.called("Lines to skip before the table").orElseThrow();
            skip.setText("1");
            skip.getOnAction().handle(new javafx.event.ActionEvent());
        });
        var quote = window.choice("Quote");
        robot.interact(() -> quote.setValue("'"));
        await(() -> window.shown("In the first part of the file: 2 of 2 runs are good"));
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        await(() -> window.shown("2 runs"));
    }

    @Test
    void filesOfABundleAreShownOneByOne(FxRobot robot) {
        Path first = write("data/a.csv", text(RUNS));
        write("data/b.csv", "Job,Agent,Time,Took\nx,y,2026-03-02 08:00:00,7\n");
        robot.interact(
                () -> window.workbench().open(List.of(first.resolveSibling("").toAbsolutePath())));
        await(() -> window.shown(GOOD));
        assertThat(window.shown("2 of 2 will be imported")).isTrue();
        ListView<?> files = robot.lookup("#preview-files").query();
        robot.interact(files::requestFocus);
        robot.push(KeyCode.DOWN);
        await(() -> window.shown("In the first part of the file: 1 of 1 run is good"));
        robot.push(KeyCode.SPACE);
        assertThat(window.shown("1 of 2 will be imported")).isTrue();
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        await(() -> window.shown("58 runs"));
    }

    /** What only lies beside data does not stand in the way, and can be mapped afterwards. */
    @Test
    void aForeignFileBesideDataIsOfferedAfterTheImport(FxRobot robot) {
        Path spans =
                write("mixed/spans.json", text(Path.of("src/test/resources/traces/otlp.json")));
        write("mixed/runs.csv", text(RUNS));
        robot.interact(
                () -> window.workbench().open(List.of(spans.resolveSibling("").toAbsolutePath())));
        await(() -> window.shown("runs.csv has rows of no known kind and was left out"));
        robot.clickOn("Map it\u2026");
        await(() -> window.shown(GOOD));
    }

    private static Path write(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
