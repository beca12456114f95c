package org.fleetscope.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fleetscope.job.JobContext;
import org.fleetscope.series.TableData;

/**
 * The report as files for other programs: findings, incidents, verdicts, agents, timeline, rules
 * and repaired rows as CSV, and a manifest as JSON.
 */
final class CsvReportWriter implements ReportWriter {
    @Override
    public String format() {
        return "csv";
    }

    @Override
    public List<Path> write(ReportModel model, Path folder, JobContext job) throws IOException {
        List<Path> files = new ArrayList<>();
        files.add(
                table(
                        ReportTables.findings(model.findings()),
                        folder.resolve("findings.csv"),
                        job));
        files.add(
                table(
                        ReportTables.described(model.incidents()),
                        folder.resolve("incidents.csv"),
                        job));
        files.add(
                table(
                        ReportTables.verdicts(model.verdicts()),
                        folder.resolve("verdicts.csv"),
                        job));
        files.add(table(ReportTables.agents(model.agents()), folder.resolve("agents.csv"), job));
        files.add(
                table(
                        ReportTables.timeline(model.overview().timeline()),
                        folder.resolve("timeline.csv"),
                        job));
        files.add(table(ReportTables.rules(model.rules()), folder.resolve("rules.csv"), job));
        files.add(
                table(
                        ReportTables.repaired(model.repaired()),
                        folder.resolve("repaired.csv"),
                        job));
        String manifest = new Manifest().json(model);
        Path part = folder.resolve("manifest.json.part");
        files.add(
                ReportFiles.replace(
                        part,
                        folder.resolve("manifest.json"),
                        () -> Files.writeString(part, manifest, StandardCharsets.UTF_8)));
        return List.copyOf(files);
    }

    private static Path table(TableData table, Path file, JobContext job) throws IOException {
        job.checkCancelled();
        Path part = file.resolveSibling(file.getFileName() + ".part");
        return ReportFiles.replace(
                part,
                file,
                () -> {
                    try (TableWriter csv =
                            new CsvTableWriter(Files.newOutputStream(part), TextCells.GUARDED)) {
                        csv.table(table, Long.MAX_VALUE);
                    }
                });
    }
}
