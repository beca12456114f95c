package org.fleetscope.ingest;

import java.io.EOFException;
import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A member of a zip archive, held to the size and checksum that the archive states for it. */
final class ZipMemberStream extends BlockStream {
    private final ZipFile zip;
    private final ZipEntry entry;
    private final String path;
    private final CRC32 checksum = new CRC32();
    private long length;
    private boolean isWhole;

    ZipMemberStream(ZipFile zip, ZipEntry entry, String path) throws IOException {
        super(zip.getInputStream(entry));
        this.zip = zip;
        this.entry = entry;
        this.path = path;
    }

    @Override
    public int read(byte[] bytes, int from, int count) throws IOException {
        int read;
        try {
            read = in.read(bytes, from, count);
        } catch (ZipException | EOFException e) {
            throw damaged(String.valueOf(e.getMessage()));
        }
        if (read > 0) {
            checksum.update(bytes, from, read);
            length += read;
            if (length > entry.getSize()) {
                throw damaged(
                        "it is longer than the " + entry.getSize() + " bytes that are stated");
            }
        } else if (read < 0 && !isWhole) {
            isWhole = true;
            if (length != entry.getSize() || checksum.getValue() != entry.getCrc()) {
                throw damaged("its size or checksum is not the one stated");
            }
        }
        return read;
    }

    private IOException damaged(String reason) {
        return new IOException(
                path
                        + ": this member of the zip archive is damaged: "
                        + reason
                        + ". Copy the archive again, or test it with unzip -t");
    }

    @Override
    public void close() throws IOException {
        try (zip) {
            super.close();
        }
    }
}
