package org.fleetscope.workspace;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Opens workspaces; the seam between the faces of the program and the engine. */
@FunctionalInterface
public interface WorkspaceOpener {
    /**
     * Opens a workspace, creating it when it is not there.
     *
     * @param folder the workspace folder; null for a temporary one, deleted when it is closed
     * @throws IOException when it can't be opened, because another process has it open for instance; the message
     *     names the folder and what to do
     */
    Workspace open(@Nullable Path folder) throws IOException;
}
