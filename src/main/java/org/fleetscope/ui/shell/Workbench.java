package org.fleetscope.ui.shell;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import org.fleetscope.job.JobRunner;
import org.fleetscope.model.Finding;
import org.fleetscope.model.TimeRange;
import org.fleetscope.ui.action.ActionRegistry;
import org.fleetscope.ui.agents.AgentsController;
import org.fleetscope.ui.agents.AgentsViewModel;
import org.fleetscope.ui.anomalies.AnomaliesController;
import org.fleetscope.ui.anomalies.AnomaliesViewModel;
import org.fleetscope.ui.anomalies.RunDetailModel;
import org.fleetscope.ui.follow.FollowBarController;
import org.fleetscope.ui.follow.FollowModel;
import org.fleetscope.ui.overview.OverviewController;
import org.fleetscope.ui.overview.OverviewViewModel;
import org.fleetscope.ui.preview.PreviewController;
import org.fleetscope.ui.preview.PreviewViewModel;
import org.fleetscope.ui.quality.LimitsModel;
import org.fleetscope.ui.quality.QualityController;
import org.fleetscope.ui.quality.QualityViewModel;
import org.fleetscope.ui.quality.RepairModel;
import org.fleetscope.ui.session.Dialogs;
import org.fleetscope.ui.session.JobBoard;
import org.fleetscope.ui.session.Navigator;
import org.fleetscope.ui.session.Session;
import org.fleetscope.ui.session.UiSettings;
import org.fleetscope.ui.support.TimeText;
import org.fleetscope.ui.support.Views;
import org.fleetscope.ui.timeline.TimelineViewModel;
import org.fleetscope.workspace.ForeignPreviews;
import org.fleetscope.workspace.Workspace;
import org.fleetscope.workspace.WorkspaceOpener;
import org.jspecify.annotations.Nullable;

/** Puts the window together: models, actions, screens and bars, each given what it needs. */
public final class Workbench {
    private final JobBoard jobs;
    private final Session session;
    private final Imports imports;
    private final Dialogs dialogs;
    private final MainModel model;
    private final FollowModel follow;
    private final ActionRegistry actions = new ActionRegistry();
    private final BooleanProperty dark = new SimpleBooleanProperty();
    private final TimelineFrameModel timeline;
    private final AnomaliesViewModel anomalies;
    private final PreviewViewModel preview;
    private final QualityViewModel quality;
    private final LimitsModel limits;
    private final Parent root;

    /**
     * Builds the window's content.
     *
     * @param runner calls back on the UI thread
     * @param sample folder of the sample data; null when there is none
     * @param uiThread runs what other threads have for the UI thread
     * @param exit asks the window to close
     */
    public Workbench(
            WorkspaceOpener opener,
            JobRunner runner,
            UiSettings settings,
            Dialogs dialogs,
            @Nullable Path sample,
            Executor uiThread,
            Runnable exit) {
        this.dialogs = dialogs;
        jobs = new JobBoard(runner, System::nanoTime);
        session = new Session(jobs, new TimeText(settings.zone()));
        imports = new Imports(session, jobs, opener, settings, dialogs, uiThread);
        preview =
                new PreviewViewModel(
                        new ForeignPreviews(settings.mappings(), InstantSource.system()),
                        jobs,
                        () -> session.workspace().get(),
                        imports::importFiles);
        imports.lookFirst(preview::look);
        model = new MainModel(session);
        follow =
                new FollowModel(
                        session,
                        jobs,
                        runner,
                        dialogs,
                        uiThread,
                        Workbench::later,
                        InstantSource.system());
        timeline = new TimelineFrameModel(session, new TimelineViewModel(jobs, session.times()));
        session.times().zoneProperty().subscribe((before, now) -> settings.setZone(now));
        Navigator navigator = new ScreenNavigator();
        anomalies =
                new AnomaliesViewModel(session, jobs, new RunDetailModel(session, jobs, navigator));
        quality = new QualityViewModel(session, jobs, new RepairModel(session, jobs, dialogs));
        limits = new LimitsModel(session, jobs);
        dark.set(settings.dark());
        dark.addListener((property, before, now) -> settings.setDark(now));
        root = build(navigator, settings, sample, exit);
    }

    private static void later(Duration delay, Runnable then) {
        PauseTransition pause = new PauseTransition(javafx.util.Duration.millis(delay.toMillis()));
        pause.setOnFinished(event -> then.run());
        pause.play();
    }

    /** Follows files and folders that grow, in the open workspace or a temporary one. */
    public void follow(List<Path> paths) {
        imports.withWorkspace(workspace -> follow.start(workspace, paths));
    }

    /** The content of the window. */
    public Parent root() {
        return root;
    }

    /** Whether the dark theme is wanted. */
    public BooleanProperty dark() {
        return dark;
    }

    /** Opens a workspace folder, or imports files as one bundle. */
    public void open(List<Path> files) {
        imports.open(files);
    }

    /** Adds the second keys of moving through the scopes. */
    public void addKeys(Scene scene) {
        scene.getAccelerators()
                .put(KeyCombination.valueOf("Alt+Left"), actions.get("view.scope.undo")::perform);
        scene.getAccelerators()
                .put(KeyCombination.valueOf("Alt+Right"), actions.get("view.scope.redo")::perform);
    }

    /** Whether the window may close; asks when an import is running. */
    public boolean mayClose() {
        return !imports.running().get()
                || dialogs.confirm(
                        "An import is running",
                        "Closing stops it, and nothing of it is stored. What was imported before"
                                + " stays as it is.",
                        "Stop and close");
    }

    /** Stops a running import, closes the workspace, and then runs what is given. */
    public void close(Runnable then) {
        imports.whenIdle(() -> closeWorkspace(then));
        imports.cancel();
    }

    private void closeWorkspace(Runnable then) {
        Workspace open = session.workspace().get();
        if (open == null) {
            then.run();
            return;
        }
        jobs.submit(
                "Closing the workspace",
                job -> {
                    open.close();
                    return true;
                },
                new Closing(dialogs, then));
    }

    private Parent build(
            Navigator navigator, UiSettings settings, @Nullable Path sample, Runnable exit) {
        ScopeBarModel scopeModel = new ScopeBarModel(session);
        ScopeBarController scopeBar = new ScopeBarController(scopeModel, actions);
        PaletteController palette = new PaletteController(actions);
        Reports reports = new Reports(session, jobs, dialogs);
        WorkbenchActions all = new WorkbenchActions(actions, session);
        all.files(imports, reports, dialogs, sample, exit);
        all.following(follow, this::follow, dialogs);
        all.preview(preview, dialogs);
        all.screens(model, List.of("Overview", "Agents", "Timeline", "Anomalies"));
        all.scope(scopeBar::editTime, scopeBar::addFilter);
        QualityController qualityScreen = new QualityController(quality, limits);
        all.quality(model, quality, qualityScreen::readmitSelected);
        StatusBarController statusBar =
                new StatusBarController(
                        jobs,
                        scopeModel.runs(),
                        session.times(),
                        Views.load(
                                "/fxml/follow/FollowBarView.fxml",
                                new FollowBarController(follow)));
        all.window(dark, palette::show, statusBar::chooseZone);
        MainController.Parts parts =
                new MainController.Parts(
                        Views.load("/fxml/shell/ScopeBarView.fxml", scopeBar),
                        Views.load("/fxml/shell/StatusBarView.fxml", statusBar),
                        Views.load(
                                "/fxml/shell/WelcomeView.fxml",
                                new WelcomeController(actions, imports, jobs, settings)),
                        Views.load(
                                "/fxml/shell/ImportSummaryView.fxml",
                                new ImportSummaryController(imports, navigator::openRejected)),
                        Views.load("/fxml/shell/PaletteView.fxml", palette),
                        Views.load(
                                "/fxml/preview/PreviewView.fxml", new PreviewController(preview)),
                        screens(navigator, qualityScreen));
        return Views.load(
                "/fxml/shell/MainView.fxml",
                new MainController(model, imports, actions, dark, parts));
    }

    private List<Screen> screens(Navigator navigator, QualityController qualityScreen) {
        OverviewViewModel overview = new OverviewViewModel(session, jobs, navigator);
        AgentsViewModel agents = new AgentsViewModel(session, jobs, navigator);
        return List.of(
                new Screen(
                        "overview",
                        "Overview",
                        "mdi2v-view-dashboard-outline",
                        Views.load(
                                "/fxml/overview/OverviewView.fxml",
                                new OverviewController(overview)),
                        overview::setActive),
                new Screen(
                        "agents",
                        "Agents",
                        "mdi2r-robot-outline",
                        Views.load("/fxml/agents/AgentsView.fxml", new AgentsController(agents)),
                        agents::setActive),
                new Screen(
                        "timeline",
                        "Timeline",
                        "mdi2c-chart-timeline-variant",
                        Views.load(
                                "/fxml/shell/TimelineFrameView.fxml",
                                new TimelineFrameController(timeline)),
                        timeline::setActive),
                new Screen(
                        "anomalies",
                        "Anomalies",
                        "mdi2a-alert-circle-outline",
                        Views.load(
                                "/fxml/anomalies/AnomaliesView.fxml",
                                new AnomaliesController(
                                        anomalies, actions.get("file.report")::perform)),
                        anomalies::setActive),
                new Screen(
                        MainModel.QUALITY,
                        "Data quality",
                        "mdi2c-check-decagram-outline",
                        Views.load("/fxml/quality/QualityView.fxml", qualityScreen),
                        quality::setActive));
    }

    /** Moves between the screens of this window. */
    private final class ScreenNavigator implements Navigator {
        @Override
        public void openAgent(UUID agent, @Nullable TimeRange focus) {
            model.screen().set("timeline");
            timeline.show(agent, focus);
        }

        @Override
        public void openFinding(Finding finding) {
            model.screen().set("anomalies");
            anomalies.open(finding);
        }

        @Override
        public void openAnomalies() {
            model.screen().set("anomalies");
        }

        @Override
        public void openRejected(@Nullable Long importId) {
            model.screen().set(MainModel.QUALITY);
            quality.show(importId);
        }
    }
}
