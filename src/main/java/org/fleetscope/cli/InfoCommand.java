package org.fleetscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.fleetscope.workspace.Workspace;
import org.fleetscope.workspace.WorkspaceInfo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "info",
        mixinStandardHelpOptions = true,
        description = "Says what a workspace holds: imports, rows, days, sizes, schema version.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  fleetscope info --workspace my-fleet",
            "  fleetscope info --workspace my-fleet --json"
        })
final class InfoCommand implements Callable<Integer> {
    @Option(
            names = "--workspace",
            required = true,
            paramLabel = "DIR",
            description = "Workspace folder.")
    private Path workspace = Path.of("");

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    private final CommandContext context;

    InfoCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        WorkspaceInfo info;
        try (Workspace opened = context.openExisting(workspace)) {
            info = opened.info();
        }
        if (json) {
            JsonOutput.print(InfoDocument.json(info), context);
        } else {
            InfoDocument.text(info).forEach(context.out()::println);
        }
        return ExitStatus.DONE;
    }
}
