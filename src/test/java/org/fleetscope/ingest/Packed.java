package org.fleetscope.ingest;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Compressed test data. */
final class Packed {
    private Packed() {}

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] gzip(byte[] data) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(data);
        }
        return bytes.toByteArray();
    }

    static byte[] zstd(byte[] data) {
        return Zstd.compress(data);
    }

    static byte[] together(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }

    /** Collects members of a zip archive. */
    static final class Zip {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final ZipOutputStream zip = new ZipOutputStream(bytes);

        Zip add(String name, byte[] data) throws IOException {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(data);
            zip.closeEntry();
            return this;
        }

        Zip add(String name, String text) throws IOException {
            return add(name, Packed.bytes(text));
        }

        byte[] build() throws IOException {
            zip.close();
            return bytes.toByteArray();
        }

        Path write(Path file) throws IOException {
            return Files.write(file, build());
        }
    }

    /** Position of the n-th signature of a central directory entry. */
    static int directoryEntry(byte[] zip, int n) {
        int found = 0;
        for (int i = 0; i < zip.length - 4; i++) {
            if (Magic.at(zip, i, 'P', 'K', 1, 2) && found++ == n) {
                return i;
            }
        }
        throw new IllegalArgumentException("no entry " + n);
    }
}
