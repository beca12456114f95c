package org.fleetscope.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Keys by which the file system tells files apart, whatever they are called. */
final class TailKeys {
    private TailKeys() {}

    /** The inode where there are such, else the time of creation. */
    static String of(Path file) throws IOException {
        return of(Files.readAttributes(file, BasicFileAttributes.class));
    }

    static String of(BasicFileAttributes attributes) {
        Object key = attributes.fileKey();
        return key == null ? "created " + attributes.creationTime() : key.toString();
    }
}
