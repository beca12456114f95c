package org.fleetscope.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Holds a workspace folder for one process. The operating system releases it when the process ends
 * in any way; the file it stands on stays behind and means nothing.
 */
final class FolderLock implements AutoCloseable {
    static final String FILE = "fleetscope.lock";

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock; makes the folder when it is not there.
     *
     * @throws IOException when this or another process has it, or the folder can't be written; the
     *     message names the folder and what to do
     */
    static FolderLock take(Path folder) throws IOException {
        FileChannel channel = open(folder);
        try {
            if (tryLock(channel) != null) {
                return new FolderLock(channel);
            }
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        throw new IOException(
                "The workspace "
                        + folder
                        + " is open in another Fleetscope. Close it there, or open another workspace.");
    }

    private static FileChannel open(Path folder) throws IOException {
        try {
            Files.createDirectories(folder);
            return FileChannel.open(
                    folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (FileSystemException e) {
            throw new IOException(
                    "The workspace folder "
                            + folder
                            + " can't be written ("
                            + reason(e)
                            + "). Change its permissions, or choose another folder.",
                    e);
        }
    }

    private static String reason(FileSystemException e) {
        return switch (e) {
            case AccessDeniedException denied -> "permission denied";
            case FileAlreadyExistsException file -> e.getFile() + " is no folder";
            default -> e.getReason() == null ? e.toString() : e.getReason();
        };
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // This very process has it open.
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
