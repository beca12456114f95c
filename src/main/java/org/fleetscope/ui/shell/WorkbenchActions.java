package org.fleetscope.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import org.fleetscope.model.Profile;
import org.fleetscope.model.Scope;
import org.fleetscope.ui.action.ActionRegistry;
import org.fleetscope.ui.follow.FollowModel;
import org.fleetscope.ui.preview.PreviewViewModel;
import org.fleetscope.ui.session.Dialogs;
import org.fleetscope.ui.session.PlaceHistory;
import org.fleetscope.ui.session.SavedScopes;
import org.fleetscope.ui.session.ScopeHistory;
import org.fleetscope.ui.session.Session;
import org.fleetscope.workspace.ImportOptions;
import org.jspecify.annotations.Nullable;

/** The list of everything a person can do in the window. */
final class WorkbenchActions {
    private final ActionRegistry registry;
    private final Session session;

    WorkbenchActions(ActionRegistry registry, Session session) {
        this.registry = registry;
        this.session = session;
    }

    void files(
            Imports imports,
            Reports reports,
            Dialogs dialogs,
            @Nullable Path sample,
            Runnable exit) {
        ObservableBooleanValue hasSample = Bindings.createBooleanBinding(() -> sample != null);
        ObservableBooleanValue hasData = hasData();
        registry.add(
                "File",
                "file.open",
                "Open an export…",
                "Shortcut+O",
                () -> imports.open(dialogs.chooseExports()));
        registry.add(
                "File",
                "file.folder",
                "Open a folder of exports…",
                "Shortcut+Shift+O",
                () ->
                        dialogs.chooseFolder("Open a folder of exports")
                                .ifPresent(folder -> imports.open(List.of(folder))));
        registry.add(
                "File",
                "file.mapping",
                "Open with a mapping…",
                null,
                () -> openMapped(imports, dialogs));
        registry.add(
                "File",
                "file.workspace",
                "Open a workspace folder…",
                null,
                () ->
                        dialogs.chooseFolder("Open a workspace folder")
                                .ifPresent(imports::openWorkspace));
        registry.add(
                "File",
                "file.sample",
                "Explore sample data",
                null,
                hasSample,
                () -> {
                    if (sample != null) {
                        imports.open(List.of(sample));
                    }
                });
        registry.add(
                "File",
                "file.cancel",
                "Cancel the import",
                null,
                imports.running(),
                imports::cancel);
        registry.add(
                "File",
                "file.summary",
                "Show what the last import did",
                null,
                imports.hasImported(),
                imports::showSummary);
        registry.add(
                "File", "file.report", "Export report…", "Shortcut+E", hasData, reports::export);
        registry.add("File", "file.exit", "Quit", "Shortcut+Q", exit);
    }

    void following(FollowModel follow, Consumer<List<Path>> start, Dialogs dialogs) {
        ObservableBooleanValue idle = follow.following().not();
        registry.add(
                "File",
                "file.follow",
                "Follow a file…",
                "Shortcut+L",
                idle,
                () -> {
                    List<Path> files = dialogs.chooseFollowed();
                    if (!files.isEmpty()) {
                        start.accept(files);
                    }
                });
        registry.add(
                "File",
                "file.follow.folder",
                "Follow a folder…",
                "Shortcut+Shift+L",
                idle,
                () ->
                        dialogs.chooseFolder("Follow a folder with what comes into it")
                                .ifPresent(folder -> start.accept(List.of(folder))));
        registry.add(
                "File",
                "file.follow.pause",
                "Pause or resume the live view",
                "Shortcut+Shift+P",
                follow.following(),
                follow::togglePause);
        registry.add(
                "File",
                "file.follow.stop",
                "Stop following",
                null,
                follow.following(),
                follow::stop);
    }

    void preview(PreviewViewModel preview, Dialogs dialogs) {
        registry.add(
                "File",
                "file.preview",
                "Open with preview…",
                "Shortcut+P",
                () -> {
                    List<Path> files = dialogs.chooseExports();
                    if (!files.isEmpty()) {
                        preview.show(files);
                    }
                });
    }

    private static void openMapped(Imports imports, Dialogs dialogs) {
        List<Path> files = dialogs.chooseExports();
        if (!files.isEmpty()) {
            dialogs.chooseMapping()
                    .ifPresent(mapping ->
                            imports.importFiles(files, new ImportOptions(Profile.EXPORT, mapping)));
        }
    }

    void screens(MainModel model) {
        for (ScreenId screen : ScreenId.values()) {
            registry.add(
                    "View",
                    screen.action(),
                    screen.title(),
                    screen.keys().isEmpty() ? null : screen.keys(),
                    screen.ofRuns() ? hasData() : session.workspace().isNotNull(),
                    () -> model.screen().set(screen));
        }
    }

    void places(PlaceHistory history, SavedScopes saved, Dialogs dialogs) {
        registry.add("View", "view.back", "Back", "Alt+Left", history.canGoBack(), history::back);
        registry.add(
                "View",
                "view.forward",
                "Forward",
                "Alt+Right",
                history.canGoForward(),
                history::forward);
        registry.add(
                "View",
                "view.scope.save",
                "Save this scope…",
                "Shortcut+S",
                hasData(),
                () ->
                        dialogs.ask(
                                        "Save the scope",
                                        "The time range and the filters of now, under this name:",
                                        "Save")
                                .ifPresent(name -> saved.save(name, session.scopes().get())));
    }

    void scope(Runnable editTime, Runnable addFilter) {
        ScopeHistory scopes = session.scopes();
        ObservableBooleanValue narrowed =
                Bindings.createBooleanBinding(() -> !scopes.get().isAll(), scopes.current());
        registry.add(
                "View",
                "view.scope.time",
                "Set the time range…",
                "Shortcut+T",
                hasData(),
                editTime);
        registry.add(
                "View",
                "view.scope.add",
                "Add a filter to the scope…",
                "Shortcut+F",
                hasData(),
                addFilter);
        registry.add(
                "View",
                "view.scope.undo",
                "Undo the change of scope",
                "Shortcut+Z",
                scopes.canUndo(),
                scopes::undo);
        registry.add(
                "View",
                "view.scope.redo",
                "Redo the change of scope",
                "Shortcut+Shift+Z",
                scopes.canRedo(),
                scopes::redo);
        registry.add(
                "View",
                "view.scope.clear",
                "Clear the scope",
                "Shortcut+Backspace",
                narrowed,
                () -> scopes.set(Scope.ALL));
    }

    void window(BooleanProperty dark, Runnable palette, Runnable zone) {
        registry.add(
                "View",
                "view.refresh",
                "Compute the view again",
                "F5",
                hasData(),
                session::refresh);
        registry.add(
                "View",
                "view.theme",
                "Switch between light and dark",
                "Shortcut+Shift+D",
                () -> dark.set(!dark.get()));
        registry.add("View", "view.zone", "Choose the time zone…", null, zone);
        registry.add("Help", "view.palette", "Search actions", "Shortcut+K", palette);
    }

    private ObservableBooleanValue hasData() {
        return Bindings.createBooleanBinding(
                () -> session.latest().filter(snapshot -> snapshot.totalRuns() > 0).isPresent(),
                session.snapshot());
    }
}
