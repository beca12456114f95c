package org.fleetscope;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.fleetscope.ui.AppServices;
import org.fleetscope.ui.FleetscopeApp;
import org.fleetscope.workspace.LocalWorkspace;

/**
 * The composition root of the window: gives it workspaces on disk and the sample data that ship
 * with it.
 */
public final class FleetscopeWindow extends FleetscopeApp {
    private static final String SAMPLE = "sample-data";

    @Override
    protected AppServices services() {
        return AppServices.of(LocalWorkspace::open, sampleData().orElse(null));
    }

    /** The sample beside the program, or in the folder it was started in. */
    private static Optional<Path> sampleData() {
        Path home = Path.of(System.getProperty("fleetscope.home", "."));
        return Stream.of(home.resolve(SAMPLE), Path.of(SAMPLE))
                .filter(Files::isDirectory)
                .findFirst();
    }
}
