package org.fleetscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.fleetscope.model.Finding;
import org.fleetscope.model.Scope;
import org.fleetscope.model.TimeRange;
import org.fleetscope.report.ReportTables;
import org.fleetscope.report.TableFormat;
import org.fleetscope.series.TableData;
import org.fleetscope.workspace.AnalysisSettings;
import org.fleetscope.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "anomalies",
        mixinStandardHelpOptions = true,
        description = "Writes the findings, most severe first, one a row.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  fleetscope anomalies kpi.ndjson --min-severity 50",
            "  fleetscope anomalies --workspace my-fleet --detectors sigma --baseline-from 2026-03-01"
                    + " --baseline-to 2026-03-04 --from 2026-03-04 --out findings.csv"
        })
final class AnomaliesCommand implements Callable<Integer> {
    private static final Set<TableFormat> OFFERED = TableOutput.all();

    @Mixin private Source source = new Source();
    @Mixin private DetectorOption detectors = new DetectorOption();

    @Option(
            names = "--baseline-from",
            paramLabel = "TIME",
            converter = InstantConverter.class,
            description = "First instant of the baseline; all runs by default.")
    private @Nullable Long baselineFrom;

    @Option(
            names = "--baseline-to",
            paramLabel = "TIME",
            converter = InstantConverter.class,
            description = "Last instant of the baseline.")
    private @Nullable Long baselineTo;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            converter = InstantConverter.class,
            description = "First instant examined; all runs by default.")
    private @Nullable Long from;

    @Option(
            names = "--to",
            paramLabel = "TIME",
            converter = InstantConverter.class,
            description = "Last instant examined.")
    private @Nullable Long to;

    @Option(
            names = "--min-severity",
            paramLabel = "0..100",
            defaultValue = "0",
            description = "Leave out findings below: 25 is minor, 50 major, 75 critical.")
    private double minSeverity;

    @Option(
            names = "--out",
            paramLabel = "FILE.csv|.ndjson|.json|.xlsx",
            description =
                    "File to write, in the format of its ending; CSV to standard output by default.")
    private @Nullable Path out;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    private final CommandContext context;

    AnomaliesCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        if (!(minSeverity >= 0 && minSeverity <= 100)) {
            throw new UsageException("--min-severity is " + minSeverity + ": expected 0 to 100.");
        }
        if (out != null) {
            TableOutput.format(out, OFFERED);
            TableOutput.requireApart(out, source.files());
        }
        AnalysisSettings settings = settings();
        try (Workspace workspace = source.open(context)) {
            List<Finding> findings =
                    Asked.of(() ->
                            workspace
                                    .view(Scope.ALL, settings, context.job())
                                    .findings(context.job()));
            write(findings);
        }
        return ExitStatus.DONE;
    }

    private AnalysisSettings settings() {
        TimeRange baseline = Ranges.through(baselineFrom, baselineTo, "baseline-");
        return detectors.settings(baseline, Ranges.through(from, to, ""));
    }

    private void write(List<Finding> findings) throws IOException {
        TableData table =
                ReportTables.findings(
                        findings.stream()
                                .filter(finding -> finding.severity() >= minSeverity)
                                .toList());
        TableOutput.write(out, OFFERED, json, context, to -> to.table(table, Long.MAX_VALUE));
    }
}
