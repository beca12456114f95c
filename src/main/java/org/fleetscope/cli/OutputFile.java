package org.fleetscope.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file being written under another name beside its own, so that it is there whole or not at all.
 * Devices and pipes are written directly.
 */
final class OutputFile implements AutoCloseable {
    private final Path target;
    private final Path written;
    private final OutputStream stream;

    private OutputFile(Path target, Path written) throws IOException {
        this.target = target;
        this.written = written;
        this.stream = new BufferedOutputStream(Files.newOutputStream(written), 1 << 16);
    }

    /**
     * @throws IOException when its folder can't be written; the message names the file
     */
    static OutputFile create(Path target) throws IOException {
        if (Files.isDirectory(target)) {
            throw new IOException(target + " is a folder: give --out the name of a file.");
        }
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IOException(
                    "The folder of "
                            + target
                            + " does not exist: create it or choose another path.");
        }
        boolean direct = Files.exists(target) && !Files.isRegularFile(target);
        try {
            return new OutputFile(
                    target, direct ? target : folder.resolve("." + target.getFileName() + ".part"));
        } catch (IOException e) {
            throw new IOException(
                    target + " can't be written: check the permissions of its folder.", e);
        }
    }

    /** The stream to write to; closing it is allowed. */
    OutputStream stream() {
        return stream;
    }

    /** Puts what was written in the place of the file. */
    void commit() throws IOException {
        stream.close();
        if (!written.equals(target)) {
            move();
        }
    }

    private void move() throws IOException {
        try {
            Files.move(written, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(written, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
        if (!written.equals(target)) {
            Files.deleteIfExists(written);
        }
    }
}
