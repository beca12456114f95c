package org.fleetscope.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fleetscope.ui.fixture.OpenWindow.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.fleetscope.ui.chart.TimeChart;
import org.fleetscope.ui.fixture.FakeDialogs;
import org.fleetscope.ui.fixture.FakeWorkspace;
import org.fleetscope.ui.fixture.MemorySettings;
import org.fleetscope.ui.fixture.OpenWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Taking charts out of the real window. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX calls open before every test
final class ChartExportFlowTest {
    @TempDir static Path folder;

    private OpenWindow window;

    @Start
    void open(Stage stage) {
        window =
                OpenWindow.on(
                        stage,
                        opened -> new FakeWorkspace(),
                        new MemorySettings(),
                        new FakeDialogs(folder));
    }

    private TimeChart openTimeline(FxRobot robot) {
        robot.interact(() -> window.workbench().open(List.of(Path.of("/exports/day.ndjson"))));
        await(() -> window.shown("14\u202f400 runs"));
        robot.clickOn("#nav-timeline");
        TimeChart chart = robot.lookup(".timeline-view .time-chart").queryAs(TimeChart.class);
        await(() -> OpenWindow.isShown(chart) && !chart.getTracks().isEmpty());
        return chart;
    }

    @Test
    void fromTheKeyboardIntoFilesOfThreeKinds(FxRobot robot) throws Exception {
        TimeChart chart = openTimeline(robot);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
        Path png = written(".png");
        assertThat(ImageIO.read(png.toFile()).getWidth()).isGreaterThan(2 * 600);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.G);
        byte[] svg = Files.readAllBytes(written(".svg"));
        assertThat(
                        DocumentBuilderFactory.newInstance()
                                .newDocumentBuilder()
                                .parse(new ByteArrayInputStream(svg))
                                .getDocumentElement()
                                .getTagName())
                .isEqualTo("svg");
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.T);
        List<String> csv = Files.readAllLines(written(".csv"));
        robot.interact(chart::copy);
        String tsv =
                WaitForAsyncUtils.asyncFx(() -> Clipboard.getSystemClipboard().getString()).get();
        assertThat(csv).hasSize(tsv.split("\n").length).hasSizeGreaterThan(2);
        assertThat(csv.stream().map(line -> line.replace(',', '\t')))
                .isEqualTo(Arrays.asList(tsv.split("\n")));
        assertThat(png).hasFileName(name(written(".svg")).replace("svg", "png"));
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    @Test
    void theMenuOfTheChartCopiesAPicture(FxRobot robot) throws Exception {
        TimeChart chart = openTimeline(robot);
        robot.interact(() ->
                chart.fireEvent(
                        new ContextMenuEvent(
                                ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                                10,
                                10,
                                200,
                                200,
                                false,
                                null)));
        robot.clickOn("Copy the chart as a picture");
        Image image =
                WaitForAsyncUtils.asyncFx(() -> Clipboard.getSystemClipboard().getImage()).get();
        assertThat(image.getWidth()).isGreaterThan(2 * 600);
        await(() -> window.shown("Copied the chart as a picture"));
    }

    private static Path written(String ending) {
        await(() -> !found(ending).isEmpty());
        return found(ending).getFirst();
    }

    private static List<Path> found(String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
