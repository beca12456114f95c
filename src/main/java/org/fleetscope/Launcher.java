package org.fleetscope;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.fleetscope.cli.CliServices;
import org.fleetscope.cli.CommandLineMain;
import org.fleetscope.ui.Display;
import org.fleetscope.ui.FleetscopeApp;
import org.fleetscope.workspace.LocalWorkspace;

/**
 * Entry point of the program: commands go to the command line, which loads no class of JavaFX. It
 * must not extend {@code javafx.application.Application}: the JDK's launcher refuses such a class
 * when JavaFX is on the class path.
 */
public final class Launcher {
    private static final int NO_DISPLAY = 3;
    private static final int OUTPUT_BUFFER = 1 << 16;

    /** Held, since a logger nobody holds may be collected and forget its level. */
    private static final Logger JAVAFX =
            Logger.getLogger("com.sun.javafx.application.PlatformImpl");

    private Launcher() {}

    /** Runs a command, or opens the window on the files given. */
    public static void main(String[] args) {
        // Libraries tell how they start; a person wants to read only what went wrong.
        Logger.getLogger("").setLevel(Level.WARNING);
        if (CommandLineMain.isCommand(args)) {
            System.exit(commandLine(args));
        }
        if (!Display.isThere(System.getenv(), System.getProperties())) {
            System.err.println(Display.missing());
            System.exit(NO_DISPLAY);
        }
        // JavaFX warns of being on the class path, where our dependencies force it to be.
        JAVAFX.setLevel(Level.SEVERE);
        Logger.getLogger("javafx").setLevel(Level.SEVERE);
        FleetscopeApp.open(FleetscopeWindow.class, args);
    }

    private static int commandLine(String[] args) {
        CliServices services = CliServices.ofProcess(LocalWorkspace::open, version());
        // Data is UTF-8 wherever it goes; System.out has the encoding of the terminal.
        PrintStream out =
                new PrintStream(
                        new BufferedOutputStream(
                                new FileOutputStream(FileDescriptor.out), OUTPUT_BUFFER),
                        false,
                        StandardCharsets.UTF_8);
        return new CommandLineMain(services).run(args, out, System.err);
    }

    private static String version() {
        String version = Launcher.class.getPackage().getImplementationVersion();
        return version == null ? "(development build)" : version;
    }
}
