package org.fleetscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.fleetscope.workspace.ImportListener;
import org.fleetscope.workspace.ImportSummary;
import org.fleetscope.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Imports files as one bundle: all of it lands, or nothing does.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  fleetscope import kpi.ndjson tasks.ndjson --workspace my-fleet",
            "  fleetscope import export-folder --workspace my-fleet --max-rejected 0.5%% --json"
        })
final class ImportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files or folders.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--workspace",
            paramLabel = "DIR",
            description =
                    "Workspace folder, created when it is not there; without it a temporary one.")
    private @Nullable Path workspace;

    @Mixin private ImportSettings settings = new ImportSettings();
    @Mixin private ToleranceOption tolerance = new ToleranceOption();

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    private final CommandContext context;

    ImportCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        InputFiles.require(files);
        ImportSummary summary;
        try (Workspace opened = context.open(workspace)) {
            summary =
                    opened.importFiles(
                            files, settings.options(), ImportListener.NONE, context.job());
        }
        if (json) {
            SummaryJson.print(summary, context);
        } else {
            SummaryText.print("Imported", summary, context);
        }
        SummaryText.tellOfDiffering(summary, context);
        if (workspace == null) {
            context.message(
                    "The workspace was temporary: name one with --workspace DIR to keep the rows.");
        }
        return tolerance.status(summary, context);
    }
}
