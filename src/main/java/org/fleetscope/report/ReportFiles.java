package org.fleetscope.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Lets files appear under their names only when they are complete. */
public final class ReportFiles {
    private ReportFiles() {}

    /** What writes a file. */
    public interface Body {
        void write() throws IOException;
    }

    /**
     * Runs the body, which writes {@code part}, then gives that its name; removes it when the body
     * fails.
     */
    public static Path replace(Path part, Path file, Body body) throws IOException {
        try {
            body.write();
            return Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
