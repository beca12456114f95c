package org.fleetscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fleetscope.workspace.ImportListener;
import org.fleetscope.workspace.ImportSummary;
import org.fleetscope.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a command works on: files, a workspace, or files added to a workspace. */
final class Source {
    @Option(
            names = "--workspace",
            paramLabel = "DIR",
            description =
                    "Workspace folder, created when it is not there; without it a temporary one.")
    private @Nullable Path workspace;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "Files or folders, imported as one first.")
    private List<Path> files = new ArrayList<>();

    @Mixin private ImportSettings settings = new ImportSettings();

    /** The opened workspace with the files in it. */
    Workspace open(CommandContext context) throws IOException {
        if (files.isEmpty() && workspace == null) {
            throw new UsageException(
                    "Nothing to work on: name files, a workspace with --workspace DIR, or both.");
        }
        InputFiles.require(files);
        Workspace opened = context.open(workspace);
        try {
            if (!files.isEmpty()) {
                report(
                        opened.importFiles(
                                files, settings.options(), ImportListener.NONE, context.job()),
                        context);
            }
            return opened;
        } catch (IOException | RuntimeException e) {
            closeAfter(e, opened);
            throw e;
        }
    }

    List<Path> files() {
        return files;
    }

    private static void closeAfter(Exception failure, Workspace opened) {
        try {
            opened.close();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    private static void report(ImportSummary summary, CommandContext context) {
        context.message(
                String.format(
                        Locale.ROOT,
                        "Read %,d rows: %,d accepted, %,d rejected, %,d already there.",
                        summary.rowsRead(),
                        summary.accepted(),
                        summary.rejected(),
                        summary.skippedExisting()));
    }
}
