package org.fleetscope.ui.quality;

import java.nio.file.Path;
import java.util.List;
import org.fleetscope.job.JobRunner;
import org.fleetscope.model.QuarantineFilter;
import org.fleetscope.ui.session.Dialogs;
import org.fleetscope.ui.session.JobBoard;
import org.fleetscope.ui.session.Session;
import org.fleetscope.ui.support.Numbers;
import org.fleetscope.workspace.Quarantine;
import org.fleetscope.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/** Writes rejected rows to where the person says. Lives on the UI thread. */
public final class RejectExports {
    private final Session session;
    private final JobBoard jobs;
    private final Dialogs dialogs;

    RejectExports(Session session, JobBoard jobs, Dialogs dialogs) {
        this.session = session;
        this.jobs = jobs;
        this.dialogs = dialogs;
    }

    /**
     * What an export of one file writes: one line a row and rule, as {@code validate --rejects}.
     */
    public enum Format {
        CSV("rejects.csv"),
        NDJSON("rejects.ndjson");

        private final String fileName;

        Format(String fileName) {
            this.fileName = fileName;
        }
    }

    /** Writes the rows of a filter into a file that the person chooses. */
    public void toFile(QuarantineFilter filter, Format format) {
        Quarantine rows = rows();
        Path file =
                rows == null
                        ? null
                        : dialogs.chooseTarget("Export rejected rows", format.fileName)
                                .orElse(null);
        if (rows == null || file == null) {
            return;
        }
        submit(
                job -> "Exported " + lines(rows.export(filter, file, job)) + " to " + file,
                file.toAbsolutePath().getParent());
    }

    /**
     * Writes the rows as their files have them, repaired ones repaired, a file for each of those.
     */
    public void toFolder(QuarantineFilter filter) {
        Quarantine rows = rows();
        Path folder =
                rows == null
                        ? null
                        : dialogs.chooseFolder("Export the rows as in their files into a folder")
                                .orElse(null);
        if (rows == null || folder == null) {
            return;
        }
        submit(job -> "Exported " + names(rows.exportRows(filter, folder, job), folder), folder);
    }

    private static String lines(long lines) {
        return Numbers.count(lines) + (lines == 1 ? " line" : " lines");
    }

    private static String names(List<Path> files, Path folder) {
        return files.size() == 1
                ? files.getFirst().toString()
                : files.size() + " files in " + folder;
    }

    private void submit(JobRunner.Work<String> work, @Nullable Path folder) {
        jobs.submit(
                "Exporting rejected rows",
                work,
                new JobRunner.Callbacks<String>() {
                    @Override
                    public void done(String written) {
                        jobs.say(
                                written,
                                folder == null
                                        ? null
                                        : dialogs.showFolder(folder)
                                                .map(show ->
                                                        new JobBoard.Offer("Show folder", show))
                                                .orElse(null));
                    }

                    @Override
                    public void failed(Throwable failure) {
                        jobs.say(RepairModel.message(failure));
                    }

                    @Override
                    public void cancelled() {
                        jobs.say("The export was cancelled");
                    }
                });
    }

    private @Nullable Quarantine rows() {
        Workspace open = session.workspace().get();
        return open == null ? null : open.quarantine();
    }
}
