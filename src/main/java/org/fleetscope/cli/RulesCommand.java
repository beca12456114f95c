package org.fleetscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.fleetscope.model.RuleSettings;
import org.fleetscope.workspace.RuleTexts;
import org.fleetscope.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "rules",
        mixinStandardHelpOptions = true,
        description =
                "Lists the rules of validation with their severities and limits, and sets them for the"
                        + " imports of a workspace to come.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  fleetscope rules",
            "  fleetscope rules --workspace my-fleet --set rules.json",
            "%nA file of settings has two optional members; what it does not name has its default:",
            "  {\"limits\": {\"max_latency_ms\": 600000}, \"severities\": {\"accuracy-range\": \"warning\"}}"
        })
final class RulesCommand implements Callable<Integer> {
    @Option(
            names = "--workspace",
            paramLabel = "DIR",
            description =
                    "Workspace whose settings are shown or set; without it the defaults are shown.")
    private @Nullable Path workspace;

    @Option(
            names = "--set",
            paramLabel = "FILE",
            description =
                    "Makes the settings in this file those of the workspace, in place of what was set."
                            + " Rows that are stored keep what was found of them.")
    private @Nullable Path set;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    private final CommandContext context;

    RulesCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        RuleSettings settings = settings();
        if (json) {
            JsonOutput.print(RulesDocument.json(settings), context);
        } else {
            RulesDocument.text(settings).forEach(context.out()::println);
        }
        return ExitStatus.DONE;
    }

    private RuleSettings settings() throws IOException {
        if (workspace == null) {
            if (set != null) {
                throw new UsageException(
                        "--set needs the workspace to set them in: --workspace DIR");
            }
            return RuleSettings.DEFAULTS;
        }
        RuleSettings next = set == null ? null : RuleTexts.load(set);
        try (Workspace opened = context.open(workspace)) {
            if (next != null) {
                opened.quality().settings(next);
            }
            return opened.quality().settings();
        }
    }
}
