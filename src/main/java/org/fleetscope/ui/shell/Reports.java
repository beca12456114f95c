package org.fleetscope.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.fleetscope.job.JobRunner;
import org.fleetscope.model.Scope;
import org.fleetscope.ui.session.Dialogs;
import org.fleetscope.ui.session.JobBoard;
import org.fleetscope.ui.session.Session;
import org.fleetscope.workspace.ReportOptions;
import org.fleetscope.workspace.Workspace;

/** Writes the report of the scope in view into a folder the person chooses. */
final class Reports {
    private final Session session;
    private final JobBoard jobs;
    private final Dialogs dialogs;

    Reports(Session session, JobBoard jobs, Dialogs dialogs) {
        this.session = session;
        this.jobs = jobs;
        this.dialogs = dialogs;
    }

    void export() {
        Workspace workspace = session.workspace().get();
        if (workspace != null) {
            dialogs.chooseFolder("Export the report into a folder")
                    .ifPresent(folder -> write(workspace, folder));
        }
    }

    private void write(Workspace workspace, Path folder) {
        Scope scope = session.scopes().get();
        ReportOptions options = new ReportOptions("Fleet report", Set.of("html", "csv"));
        jobs.submit(
                "Writing the report",
                job -> workspace.report(scope, session.settings(), options, folder, job),
                new JobRunner.Callbacks<List<Path>>() {
                    @Override
                    public void done(List<Path> files) {
                        jobs.say(
                                "Report written: "
                                        + files.size()
                                        + (files.size() == 1 ? " file in " : " files in ")
                                        + folder,
                                dialogs.showFolder(folder)
                                        .map(show -> new JobBoard.Offer("Show the folder", show))
                                        .orElse(null));
                    }

                    @Override
                    public void failed(Throwable failure) {
                        jobs.say("The report could not be written");
                        dialogs.failure(
                                "The report could not be written",
                                String.valueOf(failure.getMessage()),
                                "Choose a folder you may write to, with room for the files, and export again.",
                                failure);
                    }

                    @Override
                    public void cancelled() {
                        jobs.say("Report cancelled");
                    }
                });
    }
}
