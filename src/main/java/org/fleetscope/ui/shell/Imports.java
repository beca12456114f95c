package org.fleetscope.ui.shell;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.fleetscope.job.JobHandle;
import org.fleetscope.job.JobRunner;
import org.fleetscope.job.Progress;
import org.fleetscope.ui.session.Dialogs;
import org.fleetscope.ui.session.JobBoard;
import org.fleetscope.ui.session.Session;
import org.fleetscope.ui.session.UiSettings;
import org.fleetscope.ui.support.Numbers;
import org.fleetscope.workspace.ImportListener;
import org.fleetscope.workspace.ImportOptions;
import org.fleetscope.workspace.ImportSummary;
import org.fleetscope.workspace.Workspace;
import org.fleetscope.workspace.WorkspaceOpener;
import org.jspecify.annotations.Nullable;

/**
 * Opens workspaces and imports files into the open one, one import after the other. Charts fill as
 * soon as the rows can be analysed, before they are durable.
 */
final class Imports {
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable ImportSummary> summary =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper hasImported = new ReadOnlyBooleanWrapper();
    private final Deque<Bundle> waiting = new ArrayDeque<>();
    private final Session session;
    private final JobBoard jobs;
    private final WorkspaceOpener opener;
    private final UiSettings settings;
    private final Dialogs dialogs;
    private final Executor uiThread;
    private @Nullable ImportSummary last;
    private @Nullable JobHandle current;
    private @Nullable Runnable whenIdle;
    private Look look = (files, importThem) -> importThem.run();

    /** Files that are imported together, and how. */
    private record Bundle(List<Path> files, ImportOptions options) {}

    Imports(
            Session session,
            JobBoard jobs,
            WorkspaceOpener opener,
            UiSettings settings,
            Dialogs dialogs,
            Executor uiThread) {
        this.session = session;
        this.jobs = jobs;
        this.opener = opener;
        this.settings = settings;
        this.dialogs = dialogs;
        this.uiThread = uiThread;
    }

    ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /** What the last import did; null before the first, and once it was dismissed. */
    ReadOnlyObjectProperty<@Nullable ImportSummary> summary() {
        return summary.getReadOnlyProperty();
    }

    void dismissSummary() {
        summary.set(null);
    }

    /** Shows again what the last import did. */
    void showSummary() {
        summary.set(last);
    }

    /** Whether anything was imported in this session. */
    ReadOnlyBooleanProperty hasImported() {
        return hasImported.getReadOnlyProperty();
    }

    /** Is shown files that a person opened before they are imported. */
    interface Look {
        /** Takes the files over when they need a person; else runs the import, then or later. */
        void at(List<Path> files, Runnable importThem);
    }

    /** Has files looked at before they are imported. */
    void lookFirst(Look with) {
        look = with;
    }

    /** Opens what was chosen or dropped: a workspace as such, all else as files to import. */
    void open(List<Path> paths) {
        if (paths.size() == 1 && opener.isWorkspace(paths.getFirst())) {
            openWorkspace(paths.getFirst());
        } else if (!paths.isEmpty()) {
            look.at(paths, () -> importFiles(paths, ImportOptions.DEFAULTS));
        }
    }

    /** Imports files as one bundle, into a temporary workspace when none is open. */
    void importFiles(List<Path> files, ImportOptions options) {
        if (!files.isEmpty()) {
            importBundle(new Bundle(files, options));
        }
    }

    private void importBundle(Bundle bundle) {
        if (running.get()) {
            waiting.add(bundle);
            jobs.say("Waiting for the running import: " + names(bundle.files()));
            return;
        }
        running.set(true);
        Workspace open = session.workspace().get();
        if (open != null) {
            start(open, bundle);
        } else {
            open(null, opened -> start(opened, bundle));
        }
    }

    /** Works with the open workspace, or with a temporary one when none is open. */
    void withWorkspace(Consumer<Workspace> work) {
        Workspace open = session.workspace().get();
        if (open != null) {
            work.accept(open);
        } else if (running.get()) {
            jobs.say("A workspace is being opened; try again when it is there");
        } else {
            running.set(true);
            open(
                    null,
                    opened -> {
                        finish();
                        work.accept(opened);
                    });
        }
    }

    /** Opens the workspace in a folder, and closes the one open before. */
    void openWorkspace(Path folder) {
        if (running.get()) {
            jobs.say("An import is running: cancel it or wait before opening another workspace");
            return;
        }
        Workspace before = session.workspace().get();
        if (before != null && before.folder().equals(folder.toAbsolutePath())) {
            jobs.say(folder + " is open already");
            return;
        }
        if (before != null && !mayLeave(before)) {
            return;
        }
        running.set(true);
        open(
                folder,
                opened -> {
                    settings.addRecent(folder);
                    jobs.say("Opened " + folder);
                    finish();
                });
    }

    private boolean mayLeave(Workspace before) {
        return !before.isTemporary()
                || session.latest().stream().noneMatch(snapshot -> snapshot.totalRuns() > 0)
                || dialogs.confirm(
                        "The temporary workspace will be deleted",
                        "What was imported into it is deleted with it; the imported files stay"
                                + " as they are.",
                        "Open the other workspace");
    }

    /** Asks the running import to stop; nothing of it is stored. */
    void cancel() {
        waiting.clear();
        if (current != null) {
            current.cancel();
        }
    }

    /** Runs once nothing is imported any more, at once if so now. */
    void whenIdle(Runnable then) {
        if (running.get()) {
            whenIdle = then;
        } else {
            then.run();
        }
    }

    private void open(@Nullable Path folder, Consumer<Workspace> then) {
        Workspace before = session.workspace().get();
        current =
                jobs.submit(
                        "Opening the workspace",
                        job -> {
                            Workspace opened = opener.open(folder);
                            if (before != null) {
                                before.close();
                            }
                            return opened;
                        },
                        new Ending<Workspace>("This workspace could not be opened") {
                            @Override
                            public void done(Workspace opened) {
                                session.use(opened);
                                then.accept(opened);
                            }
                        });
    }

    private void start(Workspace workspace, Bundle bundle) {
        List<Path> files = bundle.files();
        summary.set(null);
        ImportListener refresh =
                new ImportListener() {
                    @Override
                    public void analysisReady() {
                        uiThread.execute(session::refresh);
                    }
                };
        current =
                jobs.submit(
                        "Importing " + names(files),
                        job -> workspace.importFiles(files, bundle.options(), refresh, job),
                        new Ending<ImportSummary>(
                                "The import failed, and nothing of it was stored") {
                            @Override
                            public void done(ImportSummary imported) {
                                remember(bundle);
                                last = imported;
                                hasImported.set(true);
                                summary.set(imported);
                                jobs.say(
                                        "Imported " + Numbers.count(imported.accepted()) + " rows");
                                session.refresh();
                                finish();
                            }
                        });
    }

    private void finish() {
        running.set(false);
        current = null;
        Bundle next = waiting.poll();
        Runnable then = whenIdle;
        if (then != null) {
            whenIdle = null;
            then.run();
        } else if (next != null) {
            importBundle(next);
        }
    }

    /** Files of other names are not offered again: without their mapping they can't be read. */
    private void remember(Bundle bundle) {
        if (bundle.options().mapping() == null && bundle.options().mappingJson() == null) {
            bundle.files().forEach(settings::addRecent);
        }
    }

    private static String names(List<Path> files) {
        Path first = files.getFirst().getFileName();
        String name = first == null ? files.getFirst().toString() : first.toString();
        return files.size() == 1 ? name : name + " and " + (files.size() - 1) + " more";
    }

    /** How a job of this class ends when it does not succeed. */
    private abstract class Ending<T> implements JobRunner.Callbacks<T> {
        private final String title;

        Ending(String title) {
            this.title = title;
        }

        @Override
        public void progress(Progress progress) {}

        @Override
        public void failed(Throwable failure) {
            jobs.say(title);
            session.refresh();
            finish();
            String message = failure.getMessage();
            dialogs.failure(
                    title,
                    message == null ? failure.toString() : message,
                    "What was in the workspace before is still there. Correct the file, or choose another, and open it again.",
                    failure);
        }

        @Override
        public void cancelled() {
            jobs.say("Import cancelled; nothing of it was stored");
            session.refresh();
            finish();
        }
    }
}
