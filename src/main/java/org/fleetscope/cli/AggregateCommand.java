package org.fleetscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.fleetscope.model.Scope;
import org.fleetscope.model.TimeRange;
import org.fleetscope.report.TableFormat;
import org.fleetscope.workspace.AggregateRequest;
import org.fleetscope.workspace.AnalysisSettings;
import org.fleetscope.workspace.FleetView;
import org.fleetscope.workspace.PeriodComparison;
import org.fleetscope.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "aggregate",
        mixinStandardHelpOptions = true,
        description = "Writes one row for each group of runs; a time window is named by its start.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  fleetscope aggregate kpi.ndjson --by agent,hour",
            "  fleetscope aggregate --workspace my-fleet --by type --measures 'count,mean(latency_ms),p95(latency_ms)'"
                    + " --from 2026-03-04 --to 2026-03-05 --out types.csv",
            "  fleetscope aggregate --workspace my-fleet --by agent,day --compare weekday --out days.xlsx",
            "  fleetscope aggregate kpi.ndjson --by custom.tokens:1000 --measures 'count,p95(custom.tokens)'"
        })
final class AggregateCommand implements Callable<Integer> {
    private static final Set<TableFormat> OFFERED =
            EnumSet.of(TableFormat.CSV, TableFormat.JSON, TableFormat.XLSX);

    @Mixin private Source source = new Source();

    @Option(
            names = "--by",
            required = true,
            split = ",",
            paramLabel = "DIMENSION",
            description =
                    "Grouping columns: agent, type, host, priority, layer, weekday, hour_of_day; windows minute,"
                            + " 5min, 15min, hour, 6h, day, week; custom.NAME for each value of a custom"
                            + " metric, custom.NAME:WIDTH for bins of a width, named by their start.")
    private List<String> by = new ArrayList<>();

    @Option(
            names = "--measures",
            split = ",",
            paramLabel = "MEASURE",
            description =
                    "count, success_rate, mean(x), sd(x), min(x), max(x), sum(x), and quantiles p1(x), p5, p10, p25,"
                            + " p50, p75, p90, p95, p99; x is a metric, a custom metric (custom.NAME) or a"
                            + " feature. The usual ones by default.")
    private List<String> measures = new ArrayList<>();

    @Option(
            names = "--from",
            paramLabel = "TIME",
            converter = InstantConverter.class,
            description = "First instant.")
    private @Nullable Long from;

    @Option(
            names = "--to",
            paramLabel = "TIME",
            converter = InstantConverter.class,
            description = "First instant that is left out.")
    private @Nullable Long to;

    @Option(
            names = "--compare",
            paramLabel = "previous|weekday[:N]",
            description =
                    "Adds previous value, change and relative change to each measure: against the period before"
                            + " (the window grouped by, else --from to --to), or the same one of the week"
                            + " before (weekday:4: the mean of four weeks).")
    private @Nullable String compare;

    @Option(
            names = "--out",
            paramLabel = "FILE.csv|.json|.xlsx",
            description =
                    "File to write, in the format of its ending; CSV to standard output by default.")
    private @Nullable Path out;

    private final CommandContext context;

    AggregateCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        if (out != null) {
            TableOutput.format(out, OFFERED);
            TableOutput.requireApart(out, source.files());
        }
        PeriodComparison comparison =
                compare == null
                        ? PeriodComparison.NONE
                        : Asked.of(() -> PeriodComparison.parse(String.valueOf(compare)));
        TimeRange range = Ranges.until(from, to, "");
        Scope scope = range == null ? Scope.ALL : Scope.ALL.withTime(range);
        try (Workspace workspace = source.open(context)) {
            FleetView view = workspace.view(scope, AnalysisSettings.DEFAULTS, context.job());
            AggregateRequest request =
                    new AggregateRequest(stripped(by), stripped(measures), comparison);
            var cut = Asked.of(() -> view.aggregate(request, context.job()));
            TableOutput.write(out, OFFERED, context, table -> table.table(cut, Long.MAX_VALUE));
        }
        return ExitStatus.DONE;
    }

    private static List<String> stripped(List<String> names) {
        return names.stream().map(String::strip).toList();
    }
}
