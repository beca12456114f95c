package org.fleetscope.ui.shell;

import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.controlsfx.control.PopOver;
import org.fleetscope.ui.session.JobBoard;
import org.fleetscope.ui.session.JobItem;
import org.fleetscope.ui.support.TimeText;
import org.fleetscope.ui.support.Views;
import org.jspecify.annotations.Nullable;

/** The bottom line: the oldest running job, or the last message; runs in scope; the time zone. */
public final class StatusBarController {
    private static final Duration WORTH_SHOWING = Duration.millis(250);

    private final JobBoard jobs;
    private final ObservableValue<String> runsText;
    private final TimeText times;
    private final Parent followBar;
    private final PauseTransition delay = new PauseTransition(WORTH_SHOWING);

    @FXML private StackPane followHost;
    @FXML private HBox jobBox;
    @FXML private ProgressBar progress;
    @FXML private Label jobText;
    @FXML private Label more;
    @FXML private Button cancel;
    @FXML private Label message;
    @FXML private Label runs;
    @FXML private Button offer;
    @FXML private Button zone;

    StatusBarController(
            JobBoard jobs, ObservableValue<String> runsText, TimeText times, Parent followBar) {
        this.followBar = followBar;
        this.jobs = jobs;
        this.runsText = runsText;
        this.times = times;
    }

    @FXML
    private void initialize() {
        followHost.getChildren().add(followBar);
        followHost.managedProperty().bind(followBar.visibleProperty());
        message.textProperty().bind(jobs.message());
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(jobs.message());
        message.setTooltip(whole);
        message.visibleProperty().bind(jobBox.visibleProperty().not());
        message.managedProperty().bind(message.visibleProperty());
        jobBox.managedProperty().bind(jobBox.visibleProperty());
        jobBox.setVisible(false);
        runs.textProperty().bind(runsText);
        offer.visibleProperty().bind(message.visibleProperty().and(jobs.offer().isNotNull()));
        offer.managedProperty().bind(offer.visibleProperty());
        jobs.offer().subscribe(this::showOffer);
        times.zoneProperty()
                .subscribe(chosen -> zone.setText("Times in " + TimeText.nameOf(chosen)));
        zone.setOnAction(event -> chooseZone());
        delay.setOnFinished(event -> showJob());
        jobs.running().addListener((InvalidationListener) list -> changed());
    }

    private void showOffer(JobBoard.@Nullable Offer next) {
        if (next != null) {
            offer.setText(next.label());
            offer.setOnAction(event -> next.run().run());
        }
    }

    /** Opens the list of zones at its button. */
    void chooseZone() {
        PopOver popOver = new PopOver();
        popOver.setArrowLocation(PopOver.ArrowLocation.BOTTOM_RIGHT);
        popOver.setDetachable(false);
        popOver.setAnimated(false);
        Parent content =
                Views.load("/fxml/shell/ZoneView.fxml", new ZoneController(times, popOver::hide));
        popOver.setContentNode(content);
        popOver.show(zone);
        Views.focusField(content);
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
