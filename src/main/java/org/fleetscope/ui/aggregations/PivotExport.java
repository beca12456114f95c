package org.fleetscope.ui.aggregations;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.fleetscope.job.JobRunner;
import org.fleetscope.report.TableFormat;
import org.fleetscope.report.TableWriter;
import org.fleetscope.series.TableData;
import org.fleetscope.ui.session.Dialogs;
import org.fleetscope.ui.session.JobBoard;

/** Writes what is seen to a file that the person chooses; whole, or not at all. */
final class PivotExport {
    private static final String NAME = "aggregation";

    private final JobBoard jobs;
    private final Dialogs dialogs;

    PivotExport(JobBoard jobs, Dialogs dialogs) {
        this.jobs = jobs;
        this.dialogs = dialogs;
    }

    /** Something that writes itself as PNG. */
    @FunctionalInterface
    interface Picture {
        void write(OutputStream to) throws IOException;
    }

    /** Something that writes itself. */
    @FunctionalInterface
    private interface Content {
        void write(OutputStream to) throws IOException;
    }

    void table(TableData table, String ending) {
        TableFormat format = TableFormat.ofName(NAME + ending).orElseThrow();
        write(
                NAME + ending,
                to -> {
                    try (TableWriter writer = format.open(to)) {
                        writer.table(table, Long.MAX_VALUE);
                    }
                });
    }

    void picture(Picture picture) {
        write(NAME + ".png", picture::write);
    }

    private void write(String name, Content content) {
        Path file = dialogs.chooseTarget("Export the aggregation", name).orElse(null);
        if (file == null) {
            return;
        }
        jobs.submit(
                "Exporting the aggregation",
                job -> {
                    Path folder = file.toAbsolutePath().getParent();
                    Path part = Files.createTempFile(folder, "." + file.getFileName(), ".part");
                    try {
                        try (OutputStream to = Files.newOutputStream(part)) {
                            content.write(to);
                        }
                        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
                    } finally {
                        Files.deleteIfExists(part);
                    }
                    return file;
                },
                new JobRunner.Callbacks<Path>() {
                    @Override
                    public void done(Path written) {
                        jobs.say("Exported to " + written);
                    }

                    @Override
                    public void failed(Throwable failure) {
                        dialogs.failure(
                                "The aggregation was not exported",
                                file + " could not be written.",
                                "Choose a folder you may write to, with room for the file, and export again.",
                                failure);
                    }
                });
    }
}
