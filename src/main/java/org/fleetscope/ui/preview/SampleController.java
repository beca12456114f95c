package org.fleetscope.ui.preview;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import org.fleetscope.ui.control.LoadPane;
import org.fleetscope.ui.support.Load;
import org.fleetscope.workspace.ForeignPreview;
import org.fleetscope.workspace.MappedSample;
import org.jspecify.annotations.Nullable;

/** Binds the first rows: as they would arrive, and as they stand in the file. */
final class SampleController {
    private final PreviewViewModel model;

    @FXML private Label summary;
    @FXML private Label broken;
    @FXML private Label runs;
    @FXML private Label messages;
    @FXML private LoadPane samplePane;
    @FXML private TableView<MappedSample.Row> sampleTable;
    @FXML private TableView<List<@Nullable String>> rawTable;

    SampleController(PreviewViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        samplePane.follow(model.mapping().sample(), ready -> ready.rows().isEmpty(), model::retry);
        PreviewTables.markBroken(sampleTable);
        sampleTable
                .getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, now) -> showMessages(now));
        model.mapping().sample().addListener((property, before, now) -> showSample(now));
        model.preview().addListener((property, before, now) -> showPreview(now));
    }

    private void showPreview(Load<ForeignPreview> load) {
        if (load instanceof Load.Ready<ForeignPreview>(ForeignPreview now)) {
            PreviewTables.showRaw(rawTable, now);
        }
    }

    private void showSample(Load<MappedSample> load) {
        if (load instanceof Load.Ready<MappedSample>(MappedSample now)) {
            summary.setText(RuleText.summary(now));
            text(broken, RuleText.broken(now));
            text(runs, now.runs() == null ? "" : "Runs are " + now.runs());
            PreviewTables.showMapped(sampleTable, now);
        } else if (load instanceof Load.Failed<MappedSample>) {
            summary.setText("The mapping can't be used as it is");
            text(broken, "");
            text(runs, "");
        }
        showMessages(sampleTable.getSelectionModel().getSelectedItem());
    }

    private void showMessages(MappedSample.@Nullable Row row) {
        text(messages, row == null ? "" : RuleText.messages(row.violations()));
    }

    private static void text(Label label, String text) {
        label.setText(text);
        label.setVisible(!text.isEmpty());
        label.setManaged(!text.isEmpty());
    }
}
