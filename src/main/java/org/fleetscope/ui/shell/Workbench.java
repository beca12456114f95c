package org.fleetscope.ui.shell;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.fleetscope.job.JobRunner;
import org.fleetscope.ui.action.ActionRegistry;
import org.fleetscope.ui.follow.FollowBarController;
import org.fleetscope.ui.follow.FollowModel;
import org.fleetscope.ui.preview.PreviewController;
import org.fleetscope.ui.preview.PreviewViewModel;
import org.fleetscope.ui.session.Dialogs;
import org.fleetscope.ui.session.FileExports;
import org.fleetscope.ui.session.JobBoard;
import org.fleetscope.ui.session.Notes;
import org.fleetscope.ui.session.SavedScopes;
import org.fleetscope.ui.session.Session;
import org.fleetscope.ui.session.UiSettings;
import org.fleetscope.ui.support.TimeText;
import org.fleetscope.ui.support.Views;
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
    private final PreviewViewModel preview;
    private final Places places;
    private final Layouts layouts;
    private final UiSettings settings;
    private final WorkspaceOpener opener;
    private final Parent root;
    private final Screens screens;

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
        this.settings = settings;
        this.opener = opener;
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
        places = new Places(model, session, settings, uiThread);
        layouts = new Layouts(settings);
        follow =
                new FollowModel(
                        session,
                        jobs,
                        runner,
                        dialogs,
                        uiThread,
                        Workbench::later,
                        InstantSource.system());
        session.times().zoneProperty().subscribe((before, now) -> settings.setZone(now));
        dark.set(settings.dark());
        dark.addListener((property, before, now) -> settings.setDark(now));
        SavedScopes saved = new SavedScopes(settings);
        screens = new Screens(session, jobs, dialogs, settings, model, actions, saved, opener);
        root = build(saved, sample, exit);
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

    /**
     * Opens a workspace folder, or imports files as one bundle. Without any, the workspace that was
     * open the last time is opened again if it is still there.
     */
    public void open(List<Path> files) {
        if (files.isEmpty()) {
            places.last().filter(opener::isWorkspace).ifPresent(imports::openWorkspace);
        } else {
            imports.open(files);
        }
    }

    /** Has the pointer's back and forward buttons do what they say. */
    public void addPointerButtons(Scene scene) {
        scene.addEventFilter(
                MouseEvent.MOUSE_PRESSED,
                event -> {
                    if (event.getButton() == MouseButton.BACK) {
                        places.history().back();
                    } else if (event.getButton() == MouseButton.FORWARD) {
                        places.history().forward();
                    }
                });
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
        places.keep();
        layouts.keep();
        imports.whenIdle(() -> screens.close(() -> closeWorkspace(then)));
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

    private Parent build(SavedScopes saved, @Nullable Path sample, Runnable exit) {
        ScopeBarModel scopeModel = new ScopeBarModel(session);
        ScopeBarController scopeBar = new ScopeBarController(scopeModel, saved, actions);
        PaletteController palette = new PaletteController(actions);
        Reports reports = new Reports(session, jobs, dialogs);
        WorkbenchActions all = new WorkbenchActions(actions, session);
        all.files(imports, reports, dialogs, sample, exit);
        all.following(follow, this::follow, dialogs);
        all.preview(preview, dialogs);
        all.screens(model);
        all.scope(scopeBar::editTime, scopeBar::addFilter);
        all.places(places.history(), saved, dialogs);
        screens.addActions();
        ChartActions charts =
                new ChartActions(
                        actions,
                        model,
                        new ChartExports(jobs, new FileExports(jobs, dialogs)),
                        new Notes(session, jobs, dialogs),
                        dialogs,
                        session.times());
        charts.add();
        StatusBarController statusBar =
                new StatusBarController(
                        jobs,
                        scopeModel.runs(),
                        session.times(),
                        Views.load(
                                "/fxml/follow/FollowBarView.fxml",
                                new FollowBarController(follow)));
        all.window(dark, palette::show, statusBar::chooseZone);
        List<Screen> shown = screens.load();
        shown.forEach(screen -> layouts.restore(screen.id().id(), screen.root()));
        places.watch(shown);
        MainController.Parts parts =
                new MainController.Parts(
                        Views.load("/fxml/shell/ScopeBarView.fxml", scopeBar),
                        Views.load("/fxml/shell/StatusBarView.fxml", statusBar),
                        Views.load(
                                "/fxml/shell/WelcomeView.fxml",
                                new WelcomeController(actions, imports, jobs, settings)),
                        Views.load(
                                "/fxml/shell/ImportSummaryView.fxml",
                                new ImportSummaryController(
                                        imports, screens::openRejected, preview::show)),
                        Views.load("/fxml/shell/PaletteView.fxml", palette),
                        Views.load(
                                "/fxml/preview/PreviewView.fxml", new PreviewController(preview)),
                        shown);
        Parent window =
                Views.load(
                        "/fxml/shell/MainView.fxml",
                        new MainController(
                                model,
                                imports,
                                actions,
                                dark,
                                new RecentMenu(settings, imports),
                                parts));
        charts.watch(shown, window);
        return window;
    }
}
