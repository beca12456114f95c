package org.fleetscope.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fleetscope.model.Scope;
import org.fleetscope.model.TimeRange;
import org.fleetscope.workspace.AnalysisSettings;
import org.fleetscope.workspace.FleetView;
import org.fleetscope.workspace.ImportListener;
import org.fleetscope.workspace.ImportOptions;
import org.fleetscope.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * One side of a comparison, opened: an export, a workspace, or a time range of the workspace that
 * both sides share.
 */
record ComparedSide(Workspace workspace, Scope scope, boolean shared) implements AutoCloseable {
    private static final String BETWEEN = "..";

    /**
     * @param text as typed
     * @param common the workspace of time ranges; null when none was named
     */
    static ComparedSide open(
            String text, @Nullable Workspace common, ImportOptions options, CommandContext context)
            throws IOException {
        Path path = Path.of(text);
        if (Files.exists(path)) {
            return opened(path, options, context);
        }
        int between = text.indexOf(BETWEEN);
        if (between < 0) {
            throw new IOException(
                    text
                            + " does not exist: name an export, a workspace, or a time range as FROM..TO.");
        }
        if (common == null) {
            throw new UsageException(
                    text + " is a time range: name its workspace with --workspace DIR.");
        }
        return new ComparedSide(common, Scope.ALL.withTime(range(text, between)), true);
    }

    private static ComparedSide opened(Path path, ImportOptions options, CommandContext context)
            throws IOException {
        if (context.services().opener().isWorkspace(path)) {
            return new ComparedSide(context.open(path), Scope.ALL, false);
        }
        Workspace temporary = context.open(null);
        try {
            temporary.importFiles(List.of(path), options, ImportListener.NONE, context.job());
            return new ComparedSide(temporary, Scope.ALL, false);
        } catch (IOException | RuntimeException e) {
            try (temporary) {
                throw e;
            }
        }
    }

    private static TimeRange range(String text, int between) {
        return Asked.of(() -> {
            long from = Instants.parse(text.substring(0, between));
            long to = Instants.parse(text.substring(between + BETWEEN.length()));
            if (from >= to) {
                throw new IllegalArgumentException(text + " ends before it begins.");
            }
            return new TimeRange(from, to);
        });
    }

    FleetView view(CommandContext context) {
        return workspace.view(scope, AnalysisSettings.DEFAULTS, context.job());
    }

    /** Closes what was opened for this side alone. */
    @Override
    public void close() throws IOException {
        if (!shared) {
            workspace.close();
        }
    }
}
