package org.fleetscope.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Finds out where standard error goes. */
final class Terminal {
    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

    private Terminal() {}

    /** True when standard error is a terminal that can draw over its own line. */
    static boolean isError(Map<String, String> environment) {
        if ("dumb".equals(environment.get("TERM"))) {
            return false;
        }
        if (Files.isSymbolicLink(STANDARD_ERROR)) {
            return isTerminalDevice();
        }
        // Elsewhere Java can only say whether standard input and output both are one.
        return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }

    private static boolean isTerminalDevice() {
        try {
            String target = Files.readSymbolicLink(STANDARD_ERROR).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException e) {
            // Not knowing means no progress bar: a pipe must never get one.
            return false;
        }
    }
}
