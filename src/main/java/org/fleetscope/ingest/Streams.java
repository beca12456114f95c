package org.fleetscope.ingest;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Opens files, decompressed. A damaged or cut gzip file shows as an IOException that names it. */
final class Streams {
    private static final int GZIP_BUFFER = 1 << 16;

    private Streams() {}

    /** Compression by the first two bytes. */
    static String compression(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] magic = in.readNBytes(2);
            boolean gzip = magic.length == 2 && magic[0] == 0x1F && magic[1] == (byte) 0x8B;
            return gzip ? SourceFile.GZIP : SourceFile.NONE;
        }
    }

    static InputStream open(Path path, String compression) throws IOException {
        return open(path, compression, new AtomicLong());
    }

    /**
     * @param done counts the bytes read from disk
     */
    static InputStream open(Path path, String compression, AtomicLong done) throws IOException {
        InputStream raw = new CountingStream(Files.newInputStream(path), done);
        try {
            return compression.equals(SourceFile.GZIP) ? new Gunzip(raw, path) : raw;
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    private static final class CountingStream extends FilterInputStream {
        private final AtomicLong done;

        CountingStream(InputStream in, AtomicLong done) {
            super(in);
            this.done = done;
        }

        @Override
        public int read() throws IOException {
            int b = in.read();
            done.addAndGet(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int count = in.read(bytes, from, length);
            done.addAndGet(Math.max(0, count));
            return count;
        }
    }

    private static final class Gunzip extends GZIPInputStream {
        private final Path path;

        Gunzip(InputStream in, Path path) throws IOException {
            super(in, GZIP_BUFFER);
            this.path = path;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            try {
                return super.read(bytes, from, length);
            } catch (EOFException | ZipException e) {
                throw new IOException(
                        path
                                + ": the gzip data is damaged or cut off ("
                                + e.getMessage()
                                + "). Copy the file again, or test it with gzip -t",
                        e);
            }
        }
    }
}
