package org.fleetscope.ui.shell;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import org.fleetscope.model.TimeRange;

/** Edits the time range: presets at the end of the data, or two exact times. */
public final class TimeRangeController {
    private final ScopeBarModel model;
    private final Runnable close;

    @FXML private FlowPane presets;
    @FXML private TextField from;
    @FXML private TextField to;
    @FXML private Label zone;
    @FXML private Label problem;
    @FXML private Button apply;

    TimeRangeController(ScopeBarModel model, Runnable close) {
        this.model = model;
        this.close = close;
    }

    @FXML
    private void initialize() {
        preset("All time", TimeRange.ALL);
        ScopeBarModel.presets().forEach(offer -> preset(offer.label(), model.last(offer.length())));
        TimeRange edited = model.editedRange();
        from.setText(model.exact(edited.from()));
        to.setText(model.exact(edited.to()));
        zone.setText("Times in " + model.zoneName() + "; an empty field leaves that side open.");
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        apply.setOnAction(event -> apply());
        from.setOnAction(event -> apply());
        to.setOnAction(event -> apply());
    }

    private void apply() {
        problem.setText(model.applyTime(from.getText(), to.getText()));
        if (problem.getText().isEmpty()) {
            close.run();
        }
    }

    private void preset(String label, TimeRange range) {
        Button button = new Button(label);
        button.getStyleClass().add("small");
        button.setOnAction(event -> {
            model.setTime(range);
            close.run();
        });
        presets.getChildren().add(button);
    }
}
