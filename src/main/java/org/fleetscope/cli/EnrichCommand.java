package org.fleetscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.fleetscope.model.Scope;
import org.fleetscope.report.TableFormat;
import org.fleetscope.workspace.AnalysisSettings;
import org.fleetscope.workspace.FleetView;
import org.fleetscope.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "enrich",
        mixinStandardHelpOptions = true,
        description =
                "Writes every accepted run with its features, in the order the runs were imported.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  fleetscope enrich kpi.ndjson --out enriched.csv",
            "  fleetscope enrich --workspace my-fleet --columns task_id,performance_score --out scores.ndjson"
        })
final class EnrichCommand implements Callable<Integer> {
    private static final Set<TableFormat> OFFERED = EnumSet.of(TableFormat.CSV, TableFormat.NDJSON);

    @Mixin private Source source = new Source();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE.csv|.ndjson",
            description = "File to write, in the format of its ending.")
    private Path out = Path.of("");

    @Option(
            names = "--columns",
            paramLabel = "a,b,...",
            split = ",",
            description = "Columns wanted; all by default.")
    private List<String> columns = new ArrayList<>();

    private final CommandContext context;

    EnrichCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        TableOutput.format(out, OFFERED);
        TableOutput.requireApart(out, source.files());
        try (Workspace workspace = source.open(context)) {
            FleetView view = workspace.view(Scope.ALL, AnalysisSettings.DEFAULTS, context.job());
            List<String> wanted = columns.isEmpty() ? view.enrichedColumns() : known(view);
            TableOutput.write(
                    out,
                    OFFERED,
                    context,
                    table -> {
                        view.enriched(wanted, table, context.job());
                        return wanted.size();
                    });
            context.message(
                    String.format(
                            Locale.ROOT,
                            "Wrote %,d runs with %d columns to %s.",
                            view.runs(),
                            wanted.size(),
                            out));
        }
        return ExitStatus.DONE;
    }

    private List<String> known(FleetView view) {
        List<String> names = columns.stream().map(String::strip).toList();
        List<String> all = view.enrichedColumns();
        for (String name : names) {
            if (!all.contains(name)) {
                throw new UsageException(
                        "There is no column '"
                                + name
                                + "': choose among "
                                + String.join(", ", all)
                                + ".");
            }
        }
        return names;
    }
}
