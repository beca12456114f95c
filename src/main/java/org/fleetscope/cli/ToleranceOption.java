package org.fleetscope.cli;

import org.fleetscope.workspace.ImportSummary;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The tolerance a caller can set, and the exit status it leads to. */
final class ToleranceOption {
    @Option(
            names = "--max-rejected",
            paramLabel = "N|P%",
            converter = ToleranceConverter.class,
            description = "End with status 1 when more rows than this were rejected.")
    private @Nullable Tolerance maxRejected;

    int status(ImportSummary summary, CommandContext context) {
        Tolerance tolerance = maxRejected;
        if (tolerance == null || !tolerance.brokenBy(summary)) {
            return ExitStatus.DONE;
        }
        context.message("fleetscope: " + tolerance.breach(summary));
        return ExitStatus.TOLERANCE_BROKEN;
    }
}
