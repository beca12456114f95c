package org.fleetscope.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fleetscope.job.JobContext;
import org.fleetscope.job.Progress;
import org.fleetscope.model.QuarantineFilter;
import org.fleetscope.model.QuarantinedRow;
import org.fleetscope.model.RejectedRow;
import org.fleetscope.report.ReportFiles;
import org.fleetscope.report.TableFormat;
import org.fleetscope.report.TableWriter;
import org.fleetscope.store.QuarantineStore;

/** Writes quarantined rows as {@code validate --rejects} does, one line a row and rule. */
final class RejectsExport {
    private RejectsExport() {}

    /**
     * @throws IOException also when the ending of the file's name is not offered
     * @return lines written
     */
    static long write(QuarantineStore store, QuarantineFilter filter, Path file, JobContext job)
            throws IOException {
        TableFormat format =
                TableFormat.ofName(String.valueOf(file.getFileName()))
                        .orElseThrow(() ->
                                new IOException(
                                        file + ": choose a name that ends with .csv or .ndjson"));
        long[] lines = new long[1];
        Path part = file.resolveSibling(file.getFileName() + ".part");
        ReportFiles.replace(
                part,
                file,
                () -> {
                    try (TableWriter to = format.open(Files.newOutputStream(part))) {
                        RejectsTable.start(to);
                        store.stream(filter, rows -> lines[0] += add(rows, to, job), job);
                    } catch (UncheckedIOException e) {
                        throw e.getCause();
                    }
                });
        return lines[0];
    }

    private static long add(List<QuarantinedRow> rows, TableWriter to, JobContext job) {
        long lines = 0;
        for (QuarantinedRow row : rows) {
            RejectsTable.add(
                    new RejectedRow(row.origin(), row.raw(), row.violations(), row.recordedAt()),
                    to);
            lines += row.violations().size();
        }
        long last = rows.getLast().id();
        job.progress(new Progress("Exporting rejected rows", last, -1, "rows", last));
        return lines;
    }
}
