package org.fleetscope.ui.compare;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fleetscope.job.JobRunner;
import org.fleetscope.model.MetricDifference;
import org.fleetscope.report.DifferenceTable;
import org.fleetscope.report.TableFormat;
import org.fleetscope.report.TableWriter;
import org.fleetscope.series.TableData;
import org.fleetscope.ui.session.Dialogs;
import org.fleetscope.ui.session.JobBoard;

/** Writes differences to a file, in the format of its ending. */
public final class DifferenceExport {
    private final JobBoard jobs;
    private final Dialogs dialogs;

    public DifferenceExport(JobBoard jobs, Dialogs dialogs) {
        this.jobs = jobs;
        this.dialogs = dialogs;
    }

    /** Asks for the file and writes it in a job. */
    void export(List<MetricDifference> differences) {
        dialogs.chooseTarget("Export the differences", "differences.csv")
                .ifPresent(file ->
                        jobs.submit(
                                "Exporting differences",
                                job -> write(differences, file),
                                new JobRunner.Callbacks<Path>() {
                                    @Override
                                    public void done(Path written) {
                                        jobs.say("Exported " + written);
                                    }

                                    @Override
                                    public void failed(Throwable failure) {
                                        dialogs.failure(
                                                "The differences could not be written",
                                                String.valueOf(failure.getMessage()),
                                                "Choose another folder or free some space.",
                                                failure);
                                    }
                                }));
    }

    private static Path write(List<MetricDifference> differences, Path file) throws IOException {
        TableFormat format =
                TableFormat.ofName(String.valueOf(file.getFileName())).orElse(TableFormat.CSV);
        TableData table = DifferenceTable.of(differences);
        try (OutputStream out = Files.newOutputStream(file);
                TableWriter writer = format.open(out)) {
            writer.table(table, Long.MAX_VALUE);
        }
        return file;
    }
}
