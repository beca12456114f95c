package org.fleetscope.ui.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fleetscope.ui.preview.PreviewWindow.await;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The mapping table by keyboard alone. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX calls open before every test
final class PreviewKeyboardTest {
    private static final Path RUNS = Path.of("src/test/resources/foreign/ci-runs.csv");

    private PreviewWindow window;

    @Start
    void open(Stage stage) {
        window = new PreviewWindow(stage, 1280, 800, RUNS);
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    private void openPreview(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.P);
        await(() -> window.shown("In the first part of the file: 58 of 60 runs are good"));
    }

    private List<String> fields(FxRobot robot) {
        TableView<MappingRow> table = robot.lookup("#mapping-table").queryTableView();
        return table.getItems().stream().map(row -> row.field().get().field()).toList();
    }

    /** Tab goes from field to field in their order, down to the last, and each is in sight. */
    @Test
    void tabGoesThroughAllFields(FxRobot robot) {
        openPreview(robot);
        List<String> fields = fields(robot);
        var first = window.choice("Source of " + fields.getFirst());
        robot.interact(first::requestFocus);
        List<String> visited = new ArrayList<>(List.of(fields.getFirst()));
        for (int i = 0; i < 3 * fields.size() && visited.size() < fields.size(); i++) {
            robot.push(KeyCode.TAB);
            robot.interact(() -> window.scene().getRoot().layout());
            String focus = window.focus();
            if (focus.startsWith("Source of ")) {
                visited.add(focus.substring("Source of ".length()));
            }
            assertThat(isInSight(robot)).as(focus).isTrue();
        }
        assertThat(visited).isEqualTo(fields);
    }

    private boolean isInSight(FxRobot robot) {
        Node focused = window.scene().getFocusOwner();
        Bounds bounds = focused.localToScene(focused.getBoundsInLocal());
        Node table = robot.lookup("#mapping-table").query();
        return table.localToScene(table.getBoundsInLocal()).contains(bounds);
    }

    /** The focus stays where it is while the rows are checked again. */
    @Test
    void aConversionIsChangedByArrowKeys(FxRobot robot) {
        openPreview(robot);
        var conversion = window.choice("Conversion of cpu_usage");
        robot.interact(conversion::requestFocus);
        assertThat(conversion.getValue()).isEqualTo("%->fraction");
        robot.push(KeyCode.DOWN);
        await(() -> window.shown("In the first part of the file: 59 of 60 runs are good"));
        assertThat(window.focus()).isEqualTo("Conversion of cpu_usage");
        robot.push(KeyCode.UP);
        await(() -> window.shown("In the first part of the file: 58 of 60 runs are good"));
        assertThat(window.focus()).isEqualTo("Conversion of cpu_usage");
    }

    @Test
    void aConstantIsTyped(FxRobot robot) {
        openPreview(robot);
        var source = window.choice("Source of cpu_usage");
        robot.interact(() -> {
            source.requestFocus();
            ((javafx.scene.control.ComboBox<?>) source).getSelectionModel().select(1);
        });
        await(() -> window.called("Constant for cpu_usage").isPresent());
        robot.push(KeyCode.TAB);
        assertThat(window.focus()).isEqualTo("Constant for cpu_usage");
        robot.write("0.5");
        robot.push(KeyCode.TAB);
        TableView<MappingRow> table = robot.lookup("#mapping-table").queryTableView();
        await(() ->
                table.getItems().stream()
                        .map(row -> row.field().get())
                        .anyMatch(field ->
                                field.field().equals("cpu_usage")
                                        && field.constant().equals("0.5")));
    }
}
