package org.fleetscope.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import org.fleetscope.model.ReadOptions;

/**
 * The start of a file, unpacked, as recognition sees it.
 *
 * @param head UTF-8 text without byte order mark, cut at a line end unless it is the whole file
 * @param start offset of the head in the uncompressed stream: 3 behind a byte order mark
 * @param whole whether the file ends with the head
 * @param options what the user says about the file
 * @param container whether it is a JSON object that holds arrays of rows
 */
record Sample(
        Path path,
        String compression,
        long size,
        byte[] head,
        int start,
        boolean whole,
        ReadOptions options,
        JsonContainer container) {
    private static final int BYTES = 256 << 10;

    Sample(
            Path path,
            String compression,
            long size,
            byte[] head,
            int start,
            boolean whole,
            ReadOptions options) {
        this(path, compression, size, head, start, whole, options, new JsonContainer());
    }

    static Sample of(Path path) throws IOException {
        return of(Location.of(path), ReadOptions.DEFAULTS);
    }

    static Sample of(Location at, ReadOptions options) throws IOException {
        String compression = Streams.compression(at);
        byte[] bytes;
        try (InputStream in = Streams.open(at, compression, options)) {
            bytes = in.readNBytes(BYTES);
        }
        boolean whole = bytes.length < BYTES;
        int start = Magic.starts(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        int end = bytes.length;
        for (int i = end - 1; !whole && i > start; i--) {
            if (bytes[i] == '\n') {
                end = i + 1;
                break;
            }
        }
        return new Sample(
                at.path(),
                compression,
                at.size(),
                Arrays.copyOfRange(bytes, start, end),
                start,
                whole,
                options);
    }

    /** Whether the user wants the file read as this format. */
    boolean isForced(String format) {
        return format.equals(options.format());
    }
}
