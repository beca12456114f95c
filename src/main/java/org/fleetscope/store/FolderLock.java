package org.fleetscope.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
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
     * Takes the lock.
     *
     * @throws IOException when this or another process has it; the message names the folder and
     *     what to do
     */
    static FolderLock take(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
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
