package org.fleetscope.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fleetscope.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/** What one run of the program has at hand: its streams, its job and the services. */
record CommandContext(CliServices services, PrintStream out, PrintStream err, CommandJob job) {
    /** Opens a workspace; null for a temporary one. */
    Workspace open(@Nullable Path folder) throws IOException {
        return services.opener().open(folder);
    }

    /** Opens a workspace that must be there: looking at one does not make one. */
    Workspace openExisting(Path folder) throws IOException {
        if (!services.opener().isWorkspace(folder)) {
            throw new IOException(
                    folder
                            + " holds no workspace"
                            + (Files.isDirectory(folder) ? "" : ": there is no such folder")
                            + ". Check --workspace, or make a workspace with 'fleetscope import"
                            + " FILE --workspace DIR'.");
        }
        return open(folder);
    }

    /** Tells the person something, beside the data. */
    void message(String text) {
        job.clear();
        err.println(text);
    }
}
