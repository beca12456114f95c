package org.fleetscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.fleetscope.report.TableFormat;
import org.fleetscope.workspace.ImportSummary;
import org.fleetscope.workspace.RejectListener;
import org.fleetscope.workspace.RejectsTable;
import org.fleetscope.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description =
                "Checks files as an import does, and stores nothing. With --workspace, against what a workspace"
                        + " holds: its rule settings, tasks, agents, results and earlier runs.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  fleetscope validate tuesday.ndjson --workspace my-fleet --rejects rejects.csv",
            "  fleetscope validate kpi.ndjson --rejects rejects.csv",
            "  fleetscope validate kpi.ndjson tasks.ndjson --max-rejected 0 --json"
        })
final class ValidateCommand implements Callable<Integer> {
    private static final Set<TableFormat> OFFERED = EnumSet.of(TableFormat.CSV, TableFormat.NDJSON);

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files or folders.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--rejects",
            paramLabel = "FILE.csv|.ndjson",
            description =
                    "File for the rows that broke a rule, one line a row and rule, warnings included.")
    private @Nullable Path rejects;

    @Option(
            names = "--workspace",
            paramLabel = "DIR",
            description =
                    "Workspace folder that the files are held against; it stays as it is. Without it the"
                            + " rules about earlier runs have none.")
    private @Nullable Path workspace;

    @Mixin private ImportSettings settings = new ImportSettings();
    @Mixin private ToleranceOption tolerance = new ToleranceOption();

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    private final CommandContext context;

    ValidateCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        InputFiles.require(files);
        TableOutput.requireApart(rejects, files);
        ImportSummary summary = rejects == null ? check(RejectListener.NONE) : checkInto(rejects);
        if (json) {
            SummaryJson.print(summary, context);
        } else {
            SummaryText.print("Checked", summary, context);
        }
        return tolerance.status(summary, context);
    }

    private ImportSummary checkInto(Path file) throws IOException {
        return TableOutput.write(
                file,
                OFFERED,
                context,
                table -> {
                    RejectsTable.start(table);
                    return check(row -> RejectsTable.add(row, table));
                });
    }

    private ImportSummary check(RejectListener listener) throws IOException {
        try (Workspace against =
                workspace == null ? context.open(null) : context.openExisting(workspace)) {
            return against.validate(files, settings.options(), listener, context.job());
        }
    }
}
