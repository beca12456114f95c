package org.fleetscope.workspace;

import java.nio.file.Path;
import java.util.List;
import org.fleetscope.ingest.MappingLibrary;
import org.jspecify.annotations.Nullable;

/** Where mappings are saved: in a workspace for it alone, in the person's settings for all. */
public final class MappingFolders {
    private static final String NAME = "mappings";

    private MappingFolders() {}

    /** The person's own, in the folder where their system keeps settings. */
    public static Path ofPerson() {
        String appData = System.getenv("APPDATA");
        String xdg = System.getenv("XDG_CONFIG_HOME");
        Path home = Path.of(System.getProperty("user.home", "."));
        Path base =
                appData != null
                        ? Path.of(appData)
                        : xdg != null ? Path.of(xdg) : home.resolve(".config");
        return base.resolve("fleetscope").resolve(NAME);
    }

    /** Those of a workspace. */
    public static Path of(Path workspace) {
        return workspace.resolve(NAME);
    }

    /**
     * The mappings to choose from; those of the workspace go before the person's own.
     *
     * @param workspace null for the person's alone
     */
    static MappingLibrary library(@Nullable Path workspace) {
        return new MappingLibrary(
                workspace == null ? List.of(ofPerson()) : List.of(of(workspace), ofPerson()));
    }
}
