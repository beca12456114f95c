package org.fleetscope.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the bytes of a path lie: in a file of its own, or in a member of a zip archive, whose path
 * is written {@code archive.zip!/member}.
 *
 * @param path as it stands in messages and origins
 * @param file the file on disk
 * @param member name within the archive, null for a file of its own
 */
record Location(Path path, Path file, @Nullable String member) {
    private static final String BEHIND_ARCHIVE = "!/";

    static Location of(Path path) {
        if (Files.exists(path)) {
            return new Location(path, path, null);
        }
        String text = path.toString().replace('\\', '/');
        for (int at = text.indexOf(BEHIND_ARCHIVE);
                at > 0;
                at = text.indexOf(BEHIND_ARCHIVE, at + 1)) {
            Path archive = Path.of(path.toString().substring(0, at));
            if (Files.isRegularFile(archive)) {
                return new Location(path, archive, text.substring(at + BEHIND_ARCHIVE.length()));
            }
        }
        return new Location(path, path, null);
    }

    static Path memberPath(Path archive, String member) {
        return Path.of(archive + BEHIND_ARCHIVE + member);
    }

    /**
     * @throws IOException when there is nothing, or something else than a file
     */
    void require() throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException(path + ": a folder, where a file is expected");
        }
        if (!Files.exists(file)) {
            throw new IOException(path + ": there is no such file. Check the path");
        }
        if (!Files.isRegularFile(file)) {
            throw new IOException(
                    path
                            + ": a pipe or device, where a file is expected. Write its data to a file first");
        }
    }

    /** Bytes as they lie there: of the file, or of the member once it is out of its archive. */
    long size() throws IOException {
        return member == null ? Files.size(file) : ZipArchive.size(file, member);
    }

    /** Opens the bytes as they lie there. */
    InputStream open() throws IOException {
        try {
            return member == null
                    ? Files.newInputStream(file)
                    : ZipArchive.open(file, member, path.toString());
        } catch (NoSuchFileException e) {
            throw new IOException(path + ": the file is no longer there", e);
        } catch (AccessDeniedException e) {
            throw new IOException(path + ": may not be read. Check its permissions", e);
        }
    }
}
