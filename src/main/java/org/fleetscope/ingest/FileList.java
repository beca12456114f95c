package org.fleetscope.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.fleetscope.model.UnpackLimits;
import org.jspecify.annotations.Nullable;

/** The files that paths stand for: folders are walked, zip archives listed. */
final class FileList {
    private final Set<Path> files = new LinkedHashSet<>();
    private final UnpackLimits limits;

    private FileList(UnpackLimits limits) {
        this.limits = limits;
    }

    static List<Path> of(List<Path> paths, UnpackLimits limits) throws IOException {
        FileList list = new FileList(limits);
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                for (Path file : within(path)) {
                    list.add(file);
                }
            } else if (Files.isRegularFile(path)) {
                list.add(path);
            } else if (Files.exists(path) || Location.of(path).member() != null) {
                list.files.add(path);
            } else {
                throw new IOException(path + ": there is no such file or folder. Check the path");
            }
        }
        return new ArrayList<>(list.files);
    }

    private void add(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Location.of(file).open()) {
            head = in.readNBytes(64);
        }
        if (ZipArchive.isZip(head) && !Magic.isOffice(head)) {
            files.addAll(ZipArchive.members(file, limits));
        } else {
            files.add(file);
        }
    }

    private static List<Path> within(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            return paths.filter(Files::isRegularFile)
                    .filter(path -> !isHidden(folder.relativize(path)))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw unreadable(folder, e.getCause());
        }
    }

    private static IOException unreadable(Path folder, @Nullable IOException cause) {
        return new IOException(
                cause instanceof FileSystemLoopException loop
                        ? loop.getFile()
                                + ": a link to a folder that holds it, so that "
                                + folder
                                + " has no end. Remove the link, or name the files"
                        : folder
                                + ": the folder can't be read: "
                                + (cause == null ? "" : cause.getMessage()),
                cause);
    }

    private static boolean isHidden(Path relative) {
        for (Path name : relative) {
            if (name.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }
}
