package org.fleetscope.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.fleetscope.job.JobContext;

/** Writes a report in one format. Stateless. */
public interface ReportWriter {
    /** Name of the format, as in {@code --formats}. */
    String format();

    /**
     * Writes the report into a folder, which exists; files of the same names are replaced.
     *
     * @return the files written
     * @throws IOException when a file can't be written
     */
    List<Path> write(ReportModel model, Path folder, JobContext job) throws IOException;
}
