package org.fleetscope.cli;

import java.nio.file.Path;
import org.fleetscope.model.Profile;
import org.fleetscope.workspace.ImportOptions;
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

    @Mixin private ReadSettings read = new ReadSettings();

    ImportOptions options() {
        return new ImportOptions(profile, mapping, read.options());
    }
}
