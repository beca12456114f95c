package org.fleetscope.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.fleetscope.model.UnpackLimits;

/**
 * Zip archives, each member a file of the bundle. Nothing is ever unpacked to disk. An archive that
 * is damaged, encrypted, a bomb or has names that lead out of it is refused as a whole.
 */
final class ZipArchive {
    private static final int MOST_MEMBERS = 100_000;
    private static final int[] WITH_MEMBERS = {'P', 'K', 3, 4};
    private static final int[] EMPTY = {'P', 'K', 5, 6};

    private ZipArchive() {}

    static boolean isZip(byte[] head) {
        return Magic.starts(head, WITH_MEMBERS) || Magic.starts(head, EMPTY);
    }

    /**
     * Paths of the members in the order of their names, without folders and hidden files.
     *
     * @throws IOException when the archive is refused, saying why
     */
    static List<Path> members(Path archive, UnpackLimits limits) throws IOException {
        List<Path> members = new ArrayList<>();
        try (ZipFile zip = opened(archive)) {
            if (zip.size() > MOST_MEMBERS) {
                throw new IOException(
                        archive
                                + ": an archive of "
                                + zip.size()
                                + " members; at most "
                                + MOST_MEMBERS
                                + " are read. Unpack it into folders first");
            }
            long unpacked = 0;
            Set<String> names = new HashSet<>();
            for (ZipEntry entry : Collections.list(zip.entries())) {
                requireInside(archive, entry.getName());
                if (!names.add(entry.getName())) {
                    throw new IOException(
                            archive
                                    + ": two members are called \""
                                    + entry.getName()
                                    + "\". Pack it again");
                }
                unpacked += entry.getSize();
                if (!entry.isDirectory() && !isHidden(entry.getName())) {
                    members.add(Location.memberPath(archive, entry.getName()));
                }
            }
            requireNoBomb(archive, limits, unpacked);
        }
        members.sort(null);
        return members;
    }

    private static void requireNoBomb(Path archive, UnpackLimits limits, long unpacked)
            throws IOException {
        String broken = limits.broken(unpacked, archive.toFile().length());
        if (!broken.isEmpty()) {
            throw new IOException(archive + ": " + UnpackGuard.refusal(broken));
        }
    }

    private static void requireInside(Path archive, String name) throws IOException {
        String path = name.replace('\\', '/');
        boolean outside =
                path.startsWith("/")
                        || path.matches("(?s)[A-Za-z]:.*")
                        || path.indexOf('\0') >= 0
                        || List.of(path.split("/")).contains("..");
        if (outside) {
            throw new IOException(
                    archive
                            + ": the member \""
                            + name.replace('\0', '\uFFFD')
                            + "\" has a path that leaves the archive. It is refused as a whole: pack it again"
                            + " with relative paths");
        }
    }

    private static boolean isHidden(String name) {
        for (String part : name.split("[/\\\\]")) {
            if (part.startsWith(".") || part.equals("__MACOSX")) {
                return true;
            }
        }
        return false;
    }

    static long size(Path archive, String member) throws IOException {
        try (ZipFile zip = opened(archive)) {
            return entry(zip, archive, member).getSize();
        }
    }

    /**
     * Opens a member.
     *
     * @param shown its path, for messages
     */
    static InputStream open(Path archive, String member, String shown) throws IOException {
        ZipFile zip = opened(archive);
        try {
            ZipEntry entry = entry(zip, archive, member);
            return new ZipMemberStream(zip, entry, shown);
        } catch (IOException e) {
            zip.close();
            throw e;
        }
    }

    private static ZipEntry entry(ZipFile zip, Path archive, String member) throws IOException {
        ZipEntry entry = zip.getEntry(member);
        if (entry == null) {
            throw new IOException(
                    archive + ": the archive has no member \"" + member + "\". Check the path");
        }
        return entry;
    }

    static ZipFile opened(Path archive) throws IOException {
        try {
            return new ZipFile(archive.toFile());
        } catch (ZipException e) {
            String reason = String.valueOf(e.getMessage());
            String refusal =
                    reason.contains("encrypted")
                            ? "a zip archive with encrypted members. Unpack it with its password first"
                            : reason.contains("compression method")
                                    ? "a zip archive packed with another method than deflate. Unpack it first, or"
                                            + " pack it again with zip"
                                    : "the zip archive is damaged or cut off ("
                                            + reason
                                            + "). Copy it again, or test it with unzip -t";
            throw new IOException(archive + ": " + refusal, e);
        }
    }
}
