package org.fleetscope.ui.shell;

import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.fleetscope.ui.session.JobBoard;
import org.fleetscope.ui.session.JobItem;

/** The bottom line: the oldest running job, or the last message; runs in scope; the time zone. */
public final class StatusBarController {
    private static final Duration WORTH_SHOWING = Duration.millis(250);

    private final JobBoard jobs;
    private final ObservableValue<String> runsText;
    private final String zoneName;
    private final PauseTransition delay = new PauseTransition(WORTH_SHOWING);

    @FXML private HBox jobBox;
    @FXML private ProgressBar progress;
    @FXML private Label jobText;
    @FXML private Label more;
    @FXML private Button cancel;
    @FXML private Label message;
    @FXML private Label runs;
    @FXML private Label zone;

    StatusBarController(JobBoard jobs, ObservableValue<String> runsText, String zoneName) {
        this.jobs = jobs;
        this.runsText = runsText;
        this.zoneName = zoneName;
    }

    @FXML
    private void initialize() {
        message.textProperty().bind(jobs.message());
        message.visibleProperty().bind(jobBox.visibleProperty().not());
        message.managedProperty().bind(message.visibleProperty());
        jobBox.managedProperty().bind(jobBox.visibleProperty());
        jobBox.setVisible(false);
        runs.textProperty().bind(runsText);
        zone.setText("Times in " + zoneName);
        delay.setOnFinished(event -> showJob());
        jobs.running().addListener((InvalidationListener) list -> changed());
    }

    private void changed() {
        if (jobBox.isVisible() || jobs.running().isEmpty()) {
            showJob();
        } else {
            delay.playFromStart();
        }
    }

    private void showJob() {
        jobText.textProperty().unbind();
        progress.progressProperty().unbind();
        jobBox.setVisible(!jobs.running().isEmpty());
        if (jobs.running().isEmpty()) {
            return;
        }
        JobItem oldest = jobs.running().getFirst();
        jobText.textProperty().bind(oldest.text());
        progress.progressProperty().bind(oldest.fraction());
        int others = jobs.running().size() - 1;
        more.setText(others == 0 ? "" : "and " + others + " more");
        cancel.setOnAction(event -> oldest.cancel());
    }
}
