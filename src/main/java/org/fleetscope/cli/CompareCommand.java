package org.fleetscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.fleetscope.model.MetricDifference;
import org.fleetscope.report.DifferenceTable;
import org.fleetscope.report.TableFormat;
import org.fleetscope.series.TableData;
import org.fleetscope.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = {
            "Shows what changed from A to B, worst first: all runs and each agent in both.",
            "Each is an export, a workspace, or with --workspace a time range FROM..TO.",
            "Differences are of means within equal task mixes (type and priority), with their 95 %"
                    + " interval, their size in standard deviations, and a probability corrected for"
                    + " all comparisons."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  fleetscope compare monday.ndjson tuesday.ndjson",
            "  fleetscope compare 2026-03-01..2026-03-02 2026-03-02..2026-03-03 --workspace my-fleet --json"
        })
final class CompareCommand implements Callable<Integer> {
    private static final Set<TableFormat> OFFERED = TableOutput.all();

    @Parameters(index = "0", paramLabel = "A", description = "What was before.")
    private String a = "";

    @Parameters(index = "1", paramLabel = "B", description = "What is now.")
    private String b = "";

    @Option(
            names = "--workspace",
            paramLabel = "DIR",
            description = "Workspace of the time ranges.")
    private @Nullable Path folder;

    @Mixin private ImportSettings settings = new ImportSettings();

    @Option(
            names = "--out",
            paramLabel = "FILE.csv|.ndjson|.json|.xlsx",
            description =
                    "File to write, in the format of its ending; CSV to standard output by default.")
    private @Nullable Path out;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    private final CommandContext context;

    CompareCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        if (out != null) {
            TableOutput.format(out, OFFERED);
        }
        if (folder == null) {
            write(differences(null));
        } else {
            try (Workspace common = context.open(folder)) {
                write(differences(common));
            }
        }
        return ExitStatus.DONE;
    }

    private List<MetricDifference> differences(@Nullable Workspace common) throws IOException {
        try (ComparedSide from = ComparedSide.open(a, common, settings.options(), context);
                ComparedSide to = ComparedSide.open(b, common, settings.options(), context)) {
            return from.view(context).compare(to.view(context), context.job());
        }
    }

    private void write(List<MetricDifference> differences) throws IOException {
        TableData table = DifferenceTable.of(differences);
        TableOutput.write(out, OFFERED, json, context, to -> to.table(table, Long.MAX_VALUE));
    }
}
