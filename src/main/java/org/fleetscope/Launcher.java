package org.fleetscope;

import org.fleetscope.cli.CliServices;
import org.fleetscope.cli.CommandLineMain;
import org.fleetscope.ui.Display;
import org.fleetscope.ui.FleetscopeApp;
import org.fleetscope.workspace.LocalWorkspace;

/**
 * Entry point of the program. It must not extend {@code javafx.application.Application}: the JDK's
 * launcher refuses such a class when JavaFX is on the class path.
 */
public final class Launcher {
    private static final int NO_DISPLAY = 3;

    private Launcher() {}

    /** Runs a command, or opens the window on the files given. */
    public static void main(String[] args) {
        if (CommandLineMain.isCommand(args)) {
            CliServices services = CliServices.ofProcess(LocalWorkspace::open, version());
            System.exit(new CommandLineMain(services).run(args, System.out, System.err));
        }
        if (!Display.isThere(System.getenv(), System.getProperties())) {
            System.err.println(Display.missing());
            System.exit(NO_DISPLAY);
        }
        FleetscopeApp.open(FleetscopeWindow.class, args);
    }

    private static String version() {
        String version = Launcher.class.getPackage().getImplementationVersion();
        return version == null ? "(development build)" : version;
    }
}
