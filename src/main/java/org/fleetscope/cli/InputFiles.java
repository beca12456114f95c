package org.fleetscope.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Checks on files to be read. A path within a zip archive is left to its reader. */
final class InputFiles {
    private InputFiles() {}

    /**
     * @throws IOException when one is not there or may not be read; the message names it
     */
    static void require(List<Path> files) throws IOException {
        for (Path file : files) {
            if (file.toString().contains("!/") && !Files.exists(file)) {
                continue;
            }
            if (!Files.exists(file)) {
                throw new IOException(file + " does not exist: check the path.");
            }
            if (!Files.isReadable(file)) {
                throw new IOException(file + " may not be read: check its permissions.");
            }
        }
    }
}
