package org.fleetscope.ui.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.fleetscope.job.JobContext;
import org.fleetscope.job.JobRunner;
import org.fleetscope.ui.session.Dialogs;
import org.fleetscope.workspace.ImportListener;
import org.fleetscope.workspace.ImportOptions;
import org.fleetscope.workspace.Workspace;
import org.fleetscope.workspace.WorkspaceOpener;
import org.jspecify.annotations.Nullable;

/** Opens another export, beside the open workspace, to compare with. One at a time is open. */
public final class Recordings {
    private final WorkspaceOpener opener;
    private final JobRunner jobs;
    private final Dialogs dialogs;
    private Consumer<Reference.Recording> opened = recording -> {};
    private @Nullable Workspace open;

    public Recordings(WorkspaceOpener opener, JobRunner jobs, Dialogs dialogs) {
        this.opener = opener;
        this.jobs = jobs;
        this.dialogs = dialogs;
    }

    /** Is told of each that was opened. */
    void onOpened(Consumer<Reference.Recording> told) {
        opened = told;
    }

    /** Asks for files and opens them. */
    void choose() {
        List<Path> files = dialogs.chooseExports();
        if (files.isEmpty()) {
            return;
        }
        String name = String.valueOf(files.getFirst().getFileName());
        jobs.submit(
                "Opening " + name + " to compare with",
                job -> read(files, job),
                new JobRunner.Callbacks<Workspace>() {
                    @Override
                    public void done(Workspace workspace) {
                        close(() -> {});
                        open = workspace;
                        opened.accept(new Reference.Recording("Export: " + name, workspace));
                    }

                    @Override
                    public void failed(Throwable failure) {
                        dialogs.failure(
                                "This export could not be opened",
                                String.valueOf(failure.getMessage()),
                                "Choose another, or open it by itself first to see what is wrong with it.",
                                failure);
                    }
                });
    }

    private Workspace read(List<Path> files, JobContext job) throws IOException {
        Workspace temporary = opener.open(null);
        try {
            temporary.importFiles(files, ImportOptions.DEFAULTS, ImportListener.NONE, job);
            return temporary;
        } catch (IOException | RuntimeException e) {
            try (temporary) {
                throw e;
            }
        }
    }

    /** Closes what is open, in a job, and then runs what is given. */
    public void close(Runnable then) {
        Workspace before = open;
        open = null;
        if (before == null) {
            then.run();
            return;
        }
        jobs.submit(
                "Closing the export compared with",
                job -> {
                    before.close();
                    return true;
                },
                new JobRunner.Callbacks<Boolean>() {
                    @Override
                    public void done(Boolean closed) {
                        then.run();
                    }

                    @Override
                    public void failed(Throwable failure) {
                        dialogs.failure(
                                "The export compared with could not be closed",
                                String.valueOf(failure.getMessage()),
                                "Its temporary folder may be left behind; it can be deleted.",
                                failure);
                        then.run();
                    }

                    @Override
                    public void cancelled() {
                        then.run();
                    }
                });
    }
}
