package org.fleetscope.ui.preview;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.fleetscope.ui.control.LoadPane;
import org.fleetscope.ui.support.Load;
import org.fleetscope.ui.support.Views;
import org.fleetscope.workspace.BundleFile;
import org.fleetscope.workspace.ForeignPreview;

/** Binds the import preview, and places its parts: files, reading, mapping, first rows. */
public final class PreviewController {
    private static final KeyCombination IMPORT = KeyCombination.valueOf("Shortcut+Enter");

    private final PreviewViewModel model;
    private final ReadingController reading;

    @FXML private StackPane root;
    @FXML private Label file;
    @FXML private Label facts;
    @FXML private Label alike;
    @FXML private Button importButton;
    @FXML private Button cancel;
    @FXML private StackPane readingHost;
    @FXML private StackPane filesHost;
    @FXML private LoadPane pane;
    @FXML private SplitPane split;

    public PreviewController(PreviewViewModel model) {
        this.model = model;
        this.reading = new ReadingController(model.reading());
    }

    @FXML
    private void initialize() {
        root.visibleProperty().bind(model.open());
        root.managedProperty().bind(model.open());
        readingHost.getChildren().add(Views.load("/fxml/preview/ReadingView.fxml", reading));
        Parent files = Views.load("/fxml/preview/FilesView.fxml", new FilesController(model));
        filesHost.getChildren().add(files);
        filesHost.managedProperty().bind(files.managedProperty());
        split.getItems()
                .setAll(
                        Views.load("/fxml/preview/MappingView.fxml", new MappingController(model)),
                        Views.load("/fxml/preview/SampleView.fxml", new SampleController(model)));
        split.setDividerPositions(0.56);
        pane.follow(model.preview(), ready -> ready.values().isEmpty(), model::retry);
        facts.setTooltip(new Tooltip());
        facts.getTooltip().textProperty().bind(facts.textProperty());
        commands();
        model.preview().addListener((property, before, now) -> show(now));
    }

    private void commands() {
        importButton.setOnAction(event -> model.importNow());
        cancel.setOnAction(event -> model.close());
        root.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (IMPORT.match(event)) {
                        model.importNow();
                        event.consume();
                    }
                });
        root.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        model.close();
                        event.consume();
                    }
                });
    }

    private void show(Load<ForeignPreview> load) {
        boolean others = model.bundle().includedFiles() > 1;
        importButton.setDisable(
                load instanceof Load.Loading || (load instanceof Load.Failed && !others));
        if (load instanceof Load.Ready<ForeignPreview>(ForeignPreview now)) {
            file.setText(String.valueOf(now.path().getFileName()));
            facts.setText(facts(now));
            int same = model.bundle().alike() - 1;
            alike.setText(
                    same == 1
                            ? "counts for 1 other file of these columns"
                            : "counts for " + same + " other files of these columns");
            alike.setVisible(same > 0);
            alike.setManaged(same > 0);
            reading.show(now);
            if (!isWithin(root.getScene().getFocusOwner())) {
                importButton.requestFocus();
            }
        } else if (load instanceof Load.Failed<ForeignPreview>) {
            BundleFile shown = model.bundle().shown().get();
            file.setText(shown == null ? "" : String.valueOf(shown.path().getFileName()));
            facts.setText("");
            alike.setVisible(false);
            alike.setManaged(false);
        }
    }

    /** Whether the focus is in this view, so that a change does not take it away. */
    private boolean isWithin(javafx.scene.Node focused) {
        for (javafx.scene.Node at = focused; at != null; at = at.getParent()) {
            if (at == root) {
                return true;
            }
        }
        return false;
    }

    private static String facts(ForeignPreview now) {
        List<String> parts = new ArrayList<>();
        parts.add(now.format());
        parts.add(now.encoding());
        if (!now.compression().equals("none")) {
            parts.add(now.compression());
        }
        now.dialect().entrySet().stream()
                .filter(entry -> isSaid(entry.getValue()))
                .map(PreviewController::fact)
                .forEach(parts::add);
        parts.add(now.columns().size() + (now.columns().size() == 1 ? " column" : " columns"));
        return String.join(" \u00b7 ", parts);
    }

    private static boolean isSaid(Object value) {
        return !value.equals(Boolean.FALSE) && !value.equals(0) && !value.equals(0L);
    }

    private static String fact(Map.Entry<String, Object> entry) {
        String what = entry.getKey().replace('_', ' ');
        Object value = entry.getValue();
        return value.equals(Boolean.TRUE)
                ? what
                : what + " " + (value.equals("\t") ? "tab" : value);
    }
}
