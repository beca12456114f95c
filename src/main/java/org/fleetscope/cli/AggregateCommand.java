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
                    + " --from 2026-03-04 --to 2026-03-05 --out types.csv"
        })
final class AggregateCommand implements Callable<Integer> {
    private static final Set<TableFormat> OFFERED = EnumSet.of(TableFormat.CSV, TableFormat.JSON);

    @Mixin private Source source = new Source();

    @Option(
            names = "--by",
            required = true,
            split = ",",
            paramLabel = "DIMENSION",
            description =
                    "Grouping columns: agent, type, host, priority, layer, minute, 5min, hour, day, weekday,"
                            + " hour_of_day.")
    private List<String> by = new ArrayList<>();

    @Option(
            names = "--measures",
            split = ",",
            paramLabel = "MEASURE",
            description =
                    "count, success_rate, mean(x), sd(x), min(x), max(x), sum(x), p50(x), p95(x), p99(x); x is a"
                            + " metric, a custom metric or a feature. The usual ones by default.")
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
            names = "--out",
            paramLabel = "FILE.csv|.json",
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
        TimeRange range = Ranges.until(from, to, "");
        Scope scope = range == null ? Scope.ALL : Scope.ALL.withTime(range);
        try (Workspace workspace = source.open(context)) {
            FleetView view = workspace.view(scope, AnalysisSettings.DEFAULTS, context.job());
            AggregateRequest request = new AggregateRequest(stripped(by), stripped(measures));
            var cut = Asked.of(() -> view.aggregate(request, context.job()));
            TableOutput.write(out, OFFERED, context, table -> table.table(cut, Long.MAX_VALUE));
        }
        return ExitStatus.DONE;
    }

    private static List<String> stripped(List<String> names) {
        return names.stream().map(String::strip).toList();
    }
}
