package org.fleetscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.fleetscope.model.Profile;
import org.fleetscope.model.RuleSettings;
import org.fleetscope.workspace.ImportOptions;
import org.fleetscope.workspace.RuleTexts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of every command that reads files. */
final class ImportSettings {
    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "Mapping of the files' columns to the fields of a KPI report.")
    private @Nullable Path mapping;

    @Option(
            names = "--profile",
            paramLabel = "export|live",
            defaultValue = "export",
            description =
                    "export: rows may be of any age (default); live: rows older than an hour are rejected.")
    private Profile profile = Profile.EXPORT;

    @Option(
            names = "--rules",
            paramLabel = "FILE",
            description =
                    "Limits and severities of rules for these files alone, over those of mapping and"
                            + " workspace; see the command rules.")
    private @Nullable Path rules;

    @Mixin private ReadSettings read = new ReadSettings();

    ImportOptions options() throws IOException {
        return new ImportOptions(
                profile,
                mapping,
                rules == null ? RuleSettings.DEFAULTS : RuleTexts.load(rules),
                read.options());
    }
}
