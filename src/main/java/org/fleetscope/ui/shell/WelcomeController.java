package org.fleetscope.ui.shell;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.fleetscope.ui.action.Action;
import org.fleetscope.ui.action.ActionRegistry;
import org.fleetscope.ui.session.JobBoard;
import org.fleetscope.ui.session.JobItem;
import org.fleetscope.ui.session.UiSettings;

/**
 * The first screen: open an export, drop one, or explore the sample; shows the progress of the
 * first import.
 */
public final class WelcomeController {
    private final ActionRegistry actions;
    private final Imports imports;
    private final JobBoard jobs;
    private final UiSettings settings;

    @FXML private VBox dropZone;
    @FXML private Button open;
    @FXML private Button sample;
    @FXML private VBox working;
    @FXML private Label jobText;
    @FXML private ProgressBar progress;
    @FXML private Button cancel;
    @FXML private VBox recent;

    WelcomeController(ActionRegistry actions, Imports imports, JobBoard jobs, UiSettings settings) {
        this.actions = actions;
        this.imports = imports;
        this.jobs = jobs;
        this.settings = settings;
    }

    @FXML
    private void initialize() {
        open.setOnAction(event -> actions.get("file.open").perform());
        Action explore = actions.get("file.sample");
        sample.setOnAction(event -> explore.perform());
        sample.setVisible(explore.enabled().get());
        sample.managedProperty().bind(sample.visibleProperty());
        cancel.setOnAction(event -> imports.cancel());
        imports.running().addListener((property, before, now) -> showProgress());
        jobs.running().addListener((InvalidationListener) list -> showProgress());
        showProgress();
        showRecent(settings.recent());
    }

    private void showProgress() {
        boolean busy = imports.running().get();
        visible(working, busy);
        visible(dropZone, !busy);
        jobText.textProperty().unbind();
        progress.progressProperty().unbind();
        if (busy && !jobs.running().isEmpty()) {
            JobItem job = jobs.running().getFirst();
            jobText.textProperty().bind(job.text());
            progress.progressProperty().bind(job.fraction());
        }
    }

    private void showRecent(List<Path> paths) {
        visible(recent, !paths.isEmpty());
        recent.getChildren().add(new Label("Opened before"));
        for (Path path : paths.stream().limit(5).toList()) {
            Hyperlink link = new Hyperlink(String.valueOf(path.getFileName()));
            link.setTooltip(new Tooltip(path.toString()));
            link.setOnAction(event -> imports.open(List.of(path)));
            recent.getChildren().add(link);
        }
    }

    private static void visible(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
