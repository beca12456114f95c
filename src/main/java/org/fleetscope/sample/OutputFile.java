package org.fleetscope.sample;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.GZIPOutputStream;

/**
 * A file that appears under its name only when it is complete; gzip when the name ends {@code .gz}.
 * Closing it without {@link #complete} removes what was written.
 */
final class OutputFile implements AutoCloseable {
    private static final int BUFFER = 1 << 18;

    private final Path path;
    private final Path part;
    private final OutputStream out;

    OutputFile(Path path) throws IOException {
        this.path = path;
        part = path.resolveSibling(path.getFileName() + ".part");
        OutputStream file = Files.newOutputStream(part);
        out =
                new BufferedOutputStream(
                        path.toString().endsWith(".gz")
                                ? new GZIPOutputStream(file, 1 << 16)
                                : file,
                        BUFFER);
    }

    OutputStream stream() {
        return out;
    }

    /** Writes a line and its end. */
    void line(JsonBuffer line) throws IOException {
        line.writeTo(out);
        out.write('\n');
    }

    Path complete() throws IOException {
        out.close();
        return Files.move(part, path, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(part);
    }
}
