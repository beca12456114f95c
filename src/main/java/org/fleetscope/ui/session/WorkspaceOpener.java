package org.fleetscope.ui.session;

import java.io.IOException;
import java.nio.file.Path;
import org.fleetscope.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/** Opens workspaces. */
@FunctionalInterface
public interface WorkspaceOpener {
    /**
     * Opens the workspace of a folder.
     *
     * @param folder null for a temporary workspace
     * @throws IOException when it can't be opened; the message says why and what to do
     */
    Workspace open(@Nullable Path folder) throws IOException;
}
