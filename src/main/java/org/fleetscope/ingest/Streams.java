package org.fleetscope.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.fleetscope.model.ReadOptions;
import org.fleetscope.model.UnpackLimits;

/**
 * Opens files, unpacked and as UTF-8. Damaged or cut data, and data that unpacks to too much, shows
 * as an IOException that names the file.
 */
final class Streams {
    private Streams() {}

    /** Compression by the first bytes. */
    static String compression(Location at) throws IOException {
        try (InputStream in = at.open()) {
            byte[] magic = in.readNBytes(4);
            if (Magic.starts(magic, 0x1F, 0x8B)) {
                return SourceFile.GZIP;
            }
            boolean frame = Magic.starts(magic, 0x28, 0xB5, 0x2F, 0xFD);
            boolean skippable = Magic.at(magic, 1, 0x2A, 0x4D, 0x18) && (magic[0] & 0xF0) == 0x50;
            return frame || skippable ? SourceFile.ZSTD : SourceFile.NONE;
        }
    }

    /** Opens a recognised file. */
    static InputStream open(SourceFile file) throws IOException {
        return open(file, new AtomicLong());
    }

    /**
     * @param done counts the bytes taken from where the file lies
     */
    static InputStream open(SourceFile file, AtomicLong done) throws IOException {
        InputStream unpacked =
                unpacked(Location.of(file.path()), file.compression(), file.limits(), done);
        return file.charset().equals(StandardCharsets.UTF_8)
                ? unpacked
                : new Transcoder(unpacked, file.charset());
    }

    /** Opens a recognised file as it is encoded. */
    static InputStream bytes(SourceFile file) throws IOException {
        return unpacked(
                Location.of(file.path()), file.compression(), file.limits(), new AtomicLong());
    }

    /** Opens what is not recognised yet. */
    static InputStream open(Location at, String compression, ReadOptions options)
            throws IOException {
        InputStream unpacked = unpacked(at, compression, options.limits(), new AtomicLong());
        return options.charset() == null || options.charset().equals(StandardCharsets.UTF_8)
                ? unpacked
                : new Transcoder(unpacked, options.charset());
    }

    private static InputStream unpacked(
            Location at, String compression, UnpackLimits limits, AtomicLong done)
            throws IOException {
        AtomicLong packed = new AtomicLong();
        InputStream raw = new CountingStream(at.open(), at.path(), done, packed);
        try {
            String name = at.path().toString();
            return switch (compression) {
                case SourceFile.GZIP ->
                        new UnpackGuard(new Gunzip(raw, name), name, limits, packed);
                case SourceFile.ZSTD ->
                        new UnpackGuard(new Unzstd(raw, name), name, limits, packed);
                default -> raw;
            };
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    private static final class CountingStream extends BlockStream {
        private final Path path;
        private final AtomicLong done;
        private final AtomicLong packed;

        CountingStream(InputStream in, Path path, AtomicLong done, AtomicLong packed) {
            super(in);
            this.path = path;
            this.done = done;
            this.packed = packed;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int count;
            try {
                count = in.read(bytes, from, length);
            } catch (IOException e) {
                String message = String.valueOf(e.getMessage());
                throw message.startsWith(path.toString())
                        ? e
                        : new IOException(path + ": can't be read any further: " + message, e);
            }
            done.addAndGet(Math.max(0, count));
            packed.addAndGet(Math.max(0, count));
            return count;
        }

        /** Passes over bytes of a file without reading them. */
        @Override
        public long skip(long count) throws IOException {
            return in.skip(count);
        }
    }
}
