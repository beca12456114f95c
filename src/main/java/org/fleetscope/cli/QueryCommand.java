package org.fleetscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import org.fleetscope.report.TableFormat;
import org.fleetscope.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "query",
        mixinStandardHelpOptions = true,
        description = "Runs read-only SQL on the store of a workspace.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  fleetscope query --workspace my-fleet \"SELECT * FROM kpi.kpi_reports WHERE latency_ms > 60000\"",
            "  fleetscope query --workspace my-fleet \"SELECT * FROM kpi.kpi_aggregations\" --out windows.csv"
        })
final class QueryCommand implements Callable<Integer> {
    private static final Set<TableFormat> OFFERED = TableOutput.all();

    @Option(
            names = "--workspace",
            required = true,
            paramLabel = "DIR",
            description = "Workspace folder.")
    private Path workspace = Path.of("");

    @Parameters(paramLabel = "SQL", description = "One SELECT statement.")
    private String sql = "";

    @Option(
            names = "--max-rows",
            paramLabel = "N",
            defaultValue = "100000",
            description = "Rows at most (default: ${DEFAULT-VALUE}).")
    private int maxRows;

    @Option(
            names = "--out",
            paramLabel = "FILE.csv|.ndjson|.json|.xlsx",
            description =
                    "File to write, in the format of its ending; CSV to standard output by default.")
    private @Nullable Path out;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    private final CommandContext context;

    QueryCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        if (maxRows < 1 || maxRows == Integer.MAX_VALUE) {
            throw new UsageException(
                    "--max-rows is " + maxRows + ": expected 1 or more, below 2147483647.");
        }
        if (out != null) {
            TableOutput.format(out, OFFERED);
        }
        boolean complete;
        try (Workspace opened = context.openExisting(workspace)) {
            complete = write(opened);
        }
        if (!complete) {
            context.message(
                    "There are more than " + maxRows + " rows: raise --max-rows to get them.");
        }
        return ExitStatus.DONE;
    }

    private boolean write(Workspace opened) throws IOException {
        // One row more than wanted tells whether any is left out.
        var answer = opened.query(sql, maxRows + 1, context.job());
        return TableOutput.write(out, OFFERED, json, context, to -> to.table(answer, maxRows));
    }
}
