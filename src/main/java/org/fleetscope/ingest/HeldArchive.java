package org.fleetscope.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Keeps open the zip archive whose members are read one after the other. Opening a member then
 * finds the archive's list of members read already, which takes as long as the archive has members.
 * Holds one archive at a time. Not thread-safe.
 */
public final class HeldArchive implements Closeable {
    private @Nullable Path archive;
    private @Nullable ZipFile open;

    /**
     * Is told which file comes next.
     *
     * @throws IOException when it is a member of an archive that can't be opened
     */
    public void next(Path file) throws IOException {
        Location at = Location.of(file);
        if (at.member() == null) {
            close();
        } else if (!at.file().equals(archive)) {
            close();
            open = ZipArchive.opened(at.file());
            archive = at.file();
        }
    }

    @Override
    public void close() throws IOException {
        ZipFile before = open;
        archive = null;
        open = null;
        if (before != null) {
            before.close();
        }
    }
}
