package org.fleetscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.fleetscope.model.AssessedFinding;
import org.fleetscope.model.Incident;
import org.fleetscope.model.Lead;
import org.fleetscope.model.Scope;
import org.fleetscope.model.TimeRange;
import org.fleetscope.report.AnomalyDocument;
import org.fleetscope.report.DescribedIncident;
import org.fleetscope.report.ReportTables;
import org.fleetscope.report.TableFormat;
import org.fleetscope.series.TableData;
import org.fleetscope.workspace.AnalysisSettings;
import org.fleetscope.workspace.Diagnosis;
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
            "  fleetscope anomalies kpi.ndjson --detectors sigma,robust,peer --incidents --json",
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
            names = "--incidents",
            description =
                    "Write incidents, most severe first, in place of findings; with --json one document"
                            + " with both.")
    private boolean incidents;

    @Option(
            names = "--who-first",
            paramLabel = "INCIDENT",
            description =
                    "Write which agents of an incident went first, pair by pair, in the metric of its worst"
                            + " finding or the one of --metrics.")
    private @Nullable String whoFirst;

    @Option(
            names = "--include-suppressed",
            description = "Write findings that a verdict suppresses too, marked; see 'verdicts'.")
    private boolean includeSuppressed;

    @Option(
            names = "--join-severity",
            paramLabel = "0..100",
            defaultValue = "50",
            description =
                    "Findings from this severity on join into incidents, when of one agent or host and"
                            + " less than 10 minutes apart; ${DEFAULT-VALUE} by default.")
    private double joinSeverity;

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
        if (!(joinSeverity >= 0 && joinSeverity <= 100)) {
            throw new UsageException("--join-severity is " + joinSeverity + ": expected 0 to 100.");
        }
        if (out != null) {
            TableOutput.format(out, OFFERED);
            TableOutput.requireApart(out, source.files());
        }
        AnalysisSettings settings = settings();
        try (Workspace workspace = source.open(context)) {
            Diagnosis diagnosis =
                    Asked.of(() ->
                            workspace
                                    .view(Scope.ALL, settings, context.job())
                                    .diagnosis(joinSeverity, context.job()));
            if (whoFirst != null) {
                writeLeads(diagnosis, whoFirst, settings.metrics());
            } else {
                write(diagnosis);
            }
        }
        return ExitStatus.DONE;
    }

    private AnalysisSettings settings() {
        TimeRange baseline = Ranges.through(baselineFrom, baselineTo, "baseline-");
        return detectors.settings(baseline, Ranges.through(from, to, ""));
    }

    private void write(Diagnosis diagnosis) throws IOException {
        TableData findings =
                ReportTables.assessed(
                        diagnosis.findings().stream()
                                .filter(assessed -> assessed.finding().severity() >= minSeverity)
                                .filter(assessed -> includeSuppressed || !assessed.suppressed())
                                .toList());
        long suppressed = diagnosis.findings().stream().filter(AssessedFinding::suppressed).count();
        if (suppressed > 0 && !includeSuppressed) {
            context.message(
                    suppressed
                            + " findings are suppressed by verdicts; --include-suppressed writes them too.");
        }
        if (!incidents) {
            TableOutput.write(
                    out, OFFERED, json, context, to -> to.table(findings, Long.MAX_VALUE));
            return;
        }
        List<Incident> severe =
                diagnosis.incidents().stream()
                        .filter(incident -> incident.severity() >= minSeverity)
                        .toList();
        if (!json || out != null) {
            TableData table = ReportTables.incidents(severe);
            TableOutput.write(out, OFFERED, context, to -> to.table(table, Long.MAX_VALUE));
        }
        if (json) {
            context.job().clear();
            AnomalyDocument.write(
                    findings, described(severe, diagnosis), StandardOutput.to(context.out()));
        }
    }

    private void writeLeads(Diagnosis diagnosis, String id, List<String> metrics)
            throws IOException {
        Incident incident =
                diagnosis
                        .incident(id)
                        .orElseThrow(() ->
                                new UsageException(
                                        "There is no incident "
                                                + id
                                                + ": --incidents lists them, with the same detectors."));
        List<Lead> leads = new ArrayList<>();
        for (String metric : metrics.isEmpty() ? List.of(incident.worst().metric()) : metrics) {
            leads.addAll(Asked.of(() -> diagnosis.leads(incident, metric, context.job())));
        }
        TableData table = ReportTables.leads(leads);
        TableOutput.write(out, OFFERED, json, context, to -> to.table(table, Long.MAX_VALUE));
    }

    private static List<DescribedIncident> described(
            List<Incident> incidents, Diagnosis diagnosis) {
        return incidents.stream()
                .map(incident ->
                        new DescribedIncident(
                                incident,
                                diagnosis.influencers(incident),
                                diagnosis.verdict(incident).orElse(null),
                                diagnosis.evidence(incident)))
                .toList();
    }
}
