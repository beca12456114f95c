package org.fleetscope.ui.session;

import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.fleetscope.job.JobContext;
import org.fleetscope.job.JobRunner;
import org.fleetscope.report.TableFormat;
import org.fleetscope.report.TableWriter;
import org.fleetscope.series.TableData;
import org.jspecify.annotations.Nullable;

/**
 * Writes a file where the person says, in a job. The file appears when it is complete: an export
 * that fails or is cancelled leaves what was there before. Lives on the UI thread.
 */
public final class FileExports {
    private final JobBoard jobs;
    private final Dialogs dialogs;

    public FileExports(JobBoard jobs, Dialogs dialogs) {
        this.jobs = jobs;
        this.dialogs = dialogs;
    }

    /** What a file holds. */
    @FunctionalInterface
    public interface Content {
        /**
         * Writes it, away from the UI thread; may close the stream.
         *
         * @return what was written, in words: "12 rows"
         */
        String write(OutputStream to, JobContext job) throws Exception;
    }

    /** The content of a table; {@code words} tell what it is. */
    public static Content table(TableData table, TableFormat format, String words) {
        return (to, job) -> {
            try (TableWriter writer = format.open(to)) {
                writer.table(table, Long.MAX_VALUE);
            }
            return words;
        };
    }

    /**
     * Asks where to and writes.
     *
     * @param what what is exported: "the chart"
     * @param name proposed for the file, with its ending
     */
    public void export(String what, String name, Content content) {
        dialogs.chooseTarget("Export " + what, name)
                .ifPresent(file -> submit(what, file.toAbsolutePath(), content));
    }

    private void submit(String what, Path file, Content content) {
        jobs.submit(
                "Exporting " + what,
                job -> write(file, content, job),
                new JobRunner.Callbacks<String>() {
                    @Override
                    public void done(String words) {
                        jobs.say("Exported " + words + " to " + file, offer(file));
                    }

                    @Override
                    public void failed(Throwable failure) {
                        jobs.say("The export failed");
                        dialogs.failure(
                                "The export failed",
                                file + " was not written: " + failure.getMessage(),
                                "Choose a folder you may write to, with room for the file, and"
                                        + " export again.",
                                failure);
                    }

                    @Override
                    public void cancelled() {
                        jobs.say("The export was cancelled");
                    }
                });
    }

    private static String write(Path file, Content content, JobContext job) throws Exception {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            String words;
            try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(part))) {
                words = content.write(to, job);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            return words;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private JobBoard.@Nullable Offer offer(Path file) {
        return Optional.ofNullable(file.getParent())
                .flatMap(dialogs::showFolder)
                .map(show -> new JobBoard.Offer("Show folder", show))
                .orElse(null);
    }
}
