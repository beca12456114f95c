package org.fleetscope.ingest;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the files that are to be followed: those named, and those in the folders named. */
final class TailFolders {
    private static final Pattern PACKED = Pattern.compile("\\.(gz|zst|zip|bz2|xz)$");

    private final Set<Path> roots = new LinkedHashSet<>();

    TailFolders(List<Path> named) {
        named.forEach(path -> roots.add(path.toAbsolutePath().normalize()));
    }

    /**
     * What is there.
     *
     * @param files with their keys, by path
     * @param folders to be watched
     * @param missing roots that are not there
     */
    record Found(Map<Path, String> files, Set<Path> folders, Set<Path> missing) {}

    Set<Path> roots() {
        return roots;
    }

    boolean isRoot(Path file) {
        return roots.contains(file);
    }

    Found find() throws IOException {
        Found found = new Found(new LinkedHashMap<>(), new LinkedHashSet<>(), new HashSet<>());
        for (Path root : roots) {
            if (Files.isDirectory(root)) {
                walk(root, found);
            } else if (!addFile(root, found)) {
                found.missing().add(root);
            }
            Path parent = root.getParent();
            if (!Files.isDirectory(root) && parent != null && Files.isDirectory(parent)) {
                found.folders().add(parent);
            }
        }
        return found;
    }

    private static boolean addFile(Path file, Found to) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try {
            to.files().put(file, TailKeys.of(file));
            Path target = file.toRealPath().getParent();
            if (target != null) {
                to.folders().add(target);
            }
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Folders and files come and go meanwhile: what can't be visited is left out. */
    private static void walk(Path root, Found to) throws IOException {
        Map<Path, String> sorted = new TreeMap<>();
        Files.walkFileTree(
                root,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes is) {
                        if (!folder.equals(root) && isHidden(folder)) {
                            return FileVisitResult.SKIP_SUBTREE;
                        }
                        to.folders().add(folder);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes is) {
                        if (is.isRegularFile() && !isHidden(file)) {
                            sorted.put(file, TailKeys.of(is));
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException why) {
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(
                            Path folder, @Nullable IOException why) {
                        return FileVisitResult.CONTINUE;
                    }
                });
        to.files().putAll(sorted);
    }

    private static boolean isHidden(Path file) {
        return file.getFileName().toString().startsWith(".");
    }

    /** A file that may have had the name of another before. */
    record Rotated(Path path, String key, FileTime modified) {}

    /**
     * Files beside a named one whose names a rotation gives: {@code runs.ndjson.1} or {@code
     * runs-2026-03-01.ndjson}; the one written to last comes last. Packed ones are copies.
     */
    List<Rotated> rotated(Path root) throws IOException {
        List<Rotated> rotated = new ArrayList<>();
        Path folder = root.getParent();
        if (!isRoot(root) || folder == null || !Files.isDirectory(folder)) {
            return rotated;
        }
        String name = root.getFileName().toString();
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        try (var files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String other = file.getFileName().toString();
                if (!other.equals(name)
                        && other.length() > stem.length()
                        && other.startsWith(stem)
                        && ".-_".indexOf(other.charAt(stem.length())) >= 0
                        && !PACKED.matcher(other).find()) {
                    add(file, rotated);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        rotated.sort(Comparator.comparing(Rotated::modified));
        return rotated;
    }

    /** Files go meanwhile. */
    private static void add(Path file, List<Rotated> to) throws IOException {
        try {
            BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
            if (is.isRegularFile()) {
                to.add(new Rotated(file, TailKeys.of(is), is.lastModifiedTime()));
            }
        } catch (NoSuchFileException gone) {
            return;
        }
    }

    /** Files beside those named, which a rotation may have given another name. */
    List<Path> siblings(Found found) throws IOException {
        List<Path> siblings = new ArrayList<>();
        for (Path root : roots) {
            Path folder = root.getParent();
            if (folder != null && Files.isDirectory(folder) && !Files.isDirectory(root)) {
                try (var files = Files.list(folder)) {
                    files.filter(Files::isRegularFile)
                            .filter(file -> !found.files().containsKey(file))
                            .forEach(siblings::add);
                }
            }
        }
        return siblings;
    }
}
