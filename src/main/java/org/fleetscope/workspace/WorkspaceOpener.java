package org.fleetscope.workspace;

import java.io.IOException;
import java.nio.file.Path;
import org.fleetscope.store.H2Store;
import org.jspecify.annotations.Nullable;

/** Opens workspaces; the one way in which the faces of the application get at one. */
@FunctionalInterface
public interface WorkspaceOpener {
    /**
     * Opens the workspace in a folder, made when it is not there.
     *
     * @param folder null for a temporary workspace that is deleted when it is closed
     * @throws IOException when the folder can't be used, or another process has the workspace open;
     *     the message says what to do
     */
    Workspace open(@Nullable Path folder) throws IOException;

    /** Whether a folder holds a workspace, as opposed to files to import. */
    default boolean isWorkspace(Path folder) {
        return H2Store.exists(folder);
    }
}
