package org.fleetscope.ui.sql;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.fleetscope.job.JobContext;
import org.fleetscope.job.JobRunner;
import org.fleetscope.report.TableFormat;
import org.fleetscope.report.TableWriter;
import org.fleetscope.ui.session.Dialogs;
import org.fleetscope.ui.session.JobBoard;
import org.fleetscope.ui.session.Session;
import org.fleetscope.ui.support.Numbers;
import org.fleetscope.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * Writes all rows of a query into a file the person chooses, also those beyond the limit of what is
 * shown: the query runs again for it. The file appears when it is complete.
 */
final class SqlExports {
    private final Session session;
    private final JobBoard jobs;
    private final Dialogs dialogs;

    SqlExports(Session session, JobBoard jobs, Dialogs dialogs) {
        this.session = session;
        this.jobs = jobs;
        this.dialogs = dialogs;
    }

    void toFile(String sql, TableFormat format) {
        Workspace open = session.workspace().get();
        if (open != null) {
            dialogs.chooseTarget("Export the rows", "query" + format.ending())
                    .ifPresent(file -> submit(open, sql, format, file));
        }
    }

    private void submit(Workspace open, String sql, TableFormat format, Path file) {
        jobs.submit(
                "Exporting the rows",
                job -> write(open, sql, format, file, job),
                new JobRunner.Callbacks<Long>() {
                    @Override
                    public void done(Long rows) {
                        jobs.say(
                                "Exported "
                                        + Numbers.count(rows)
                                        + (rows == 1 ? " row to " : " rows to ")
                                        + file,
                                offer(file.toAbsolutePath().getParent()));
                    }

                    @Override
                    public void failed(Throwable failure) {
                        jobs.say("The rows could not be exported");
                        dialogs.failure(
                                "The rows could not be exported",
                                String.valueOf(failure.getMessage()),
                                "Choose a folder you may write to, with room for the file, and export again.",
                                failure);
                    }

                    @Override
                    public void cancelled() {
                        jobs.say("The export was cancelled");
                    }
                });
    }

    private JobBoard.@Nullable Offer offer(@Nullable Path folder) {
        return folder == null
                ? null
                : dialogs.showFolder(folder)
                        .map(show -> new JobBoard.Offer("Show folder", show))
                        .orElse(null);
    }

    private static long write(
            Workspace open, String sql, TableFormat format, Path file, JobContext job)
            throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            long rows;
            try (TableWriter writer =
                    format.open(new BufferedOutputStream(Files.newOutputStream(part)))) {
                rows = open.sql().write(sql, writer, job);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            return rows;
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
