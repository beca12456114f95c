package org.fleetscope.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.fleetscope.job.JobContext;

/** The formats of reports. A new one is a class in this list. */
public final class ReportWriters {
    private static final List<ReportWriter> ALL =
            List.of(new HtmlReportWriter(), new CsvReportWriter());

    private ReportWriters() {}

    /** Names of all formats. */
    public static List<String> formats() {
        return ALL.stream().map(ReportWriter::format).toList();
    }

    /**
     * Writes a report in the formats asked for into a folder, made when it is not there.
     *
     * @return the files written
     * @throws IllegalArgumentException for an unknown format; nothing was written then
     */
    public static List<Path> write(
            ReportModel model, Set<String> formats, Path folder, JobContext job)
            throws IOException {
        for (String format : formats) {
            if (!formats().contains(format)) {
                throw new IllegalArgumentException(
                        "unknown report format '"
                                + format
                                + "': expected one of "
                                + formats().stream().collect(Collectors.joining(", ")));
            }
        }
        Files.createDirectories(folder);
        List<Path> files = new ArrayList<>();
        for (ReportWriter writer : ALL) {
            if (formats.contains(writer.format())) {
                job.checkCancelled();
                files.addAll(writer.write(model, folder, job));
            }
        }
        return List.copyOf(files);
    }
}
