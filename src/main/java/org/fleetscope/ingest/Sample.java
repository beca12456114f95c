package org.fleetscope.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The start of a file, decompressed, as recognition sees it.
 *
 * @param head UTF-8 text without byte order mark, cut at a line end unless it is the whole file
 * @param start offset of the head in the uncompressed stream: 3 behind a byte order mark
 * @param whole whether the file ends with the head
 */
record Sample(Path path, String compression, long size, byte[] head, int start, boolean whole) {
    private static final int BYTES = 256 << 10;

    static Sample of(Path path) throws IOException {
        String compression = Streams.compression(path);
        byte[] bytes;
        try (InputStream in = Streams.open(path, compression)) {
            bytes = in.readNBytes(BYTES);
        }
        boolean whole = bytes.length < BYTES;
        int start =
                bytes.length >= 3
                                && bytes[0] == (byte) 0xEF
                                && bytes[1] == (byte) 0xBB
                                && bytes[2] == (byte) 0xBF
                        ? 3
                        : 0;
        int end = bytes.length;
        for (int i = end - 1; !whole && i > start; i--) {
            if (bytes[i] == '\n') {
                end = i + 1;
                break;
            }
        }
        return new Sample(
                path,
                compression,
                Files.size(path),
                Arrays.copyOfRange(bytes, start, end),
                start,
                whole);
    }
}
