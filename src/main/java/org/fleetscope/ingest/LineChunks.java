package org.fleetscope.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Cuts a stream into chunks behind line feeds. A byte order mark at the start is skipped. */
final class LineChunks implements ChunkSource {
    /** Bytes that one row may have; a longer one stops the import. */
    static final int LONGEST_ROW = 64 << 20;

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private final String file;
    private final int size;
    private final RowEnds ends;
    private byte[] carry = new byte[0];
    private long offset;
    private boolean started;
    private boolean finished;

    /**
     * @param size bytes of a chunk, unless a single row is longer
     */
    LineChunks(InputStream in, String file, int size, RowEnds ends) {
        this.in = in;
        this.file = file;
        this.size = Math.max(size, MARK.length);
        this.ends = ends;
    }

    /** Finds where rows end; told of every byte once, in order. */
    interface RowEnds {
        /**
         * Position behind the last row that ends before {@code to}, −1 when none ends in between.
         *
         * @param from first byte not seen yet
         */
        int last(byte[] bytes, int from, int to);

        /** Rows end at line feeds. */
        static RowEnds lines() {
            return (bytes, from, to) -> {
                for (int i = to - 1; i >= from; i--) {
                    if (bytes[i] == '\n') {
                        return i + 1;
                    }
                }
                return -1;
            };
        }
    }

    @Override
    public @Nullable Chunk next() throws IOException {
        if (finished) {
            return null;
        }
        byte[] bytes = new byte[Math.max(size, 2 * carry.length) + Chunk.PADDING];
        System.arraycopy(carry, 0, bytes, 0, carry.length);
        int length = carry.length;
        int cut = -1;
        while (cut < 0 && !finished) {
            if (length + Chunk.PADDING == bytes.length) {
                bytes = grown(bytes);
            }
            int wanted = bytes.length - Chunk.PADDING - length;
            int read = in.readNBytes(bytes, length, wanted);
            int from = length;
            length += read;
            finished = read < wanted;
            if (!started) {
                started = true;
                length = skipMark(bytes, length);
            }
            cut = ends.last(bytes, from, length);
        }
        return finished ? last(bytes, length) : chunk(bytes, cut, length);
    }

    private byte[] grown(byte[] bytes) throws IOException {
        if (bytes.length > LONGEST_ROW) {
            throw new IOException(
                    file
                            + ": the row at byte "
                            + offset
                            + " is longer than 64 MB. Is a line end or a closing quote missing there?");
        }
        return Arrays.copyOf(bytes, 2 * bytes.length);
    }

    private int skipMark(byte[] bytes, int length) {
        if (length < MARK.length || !Arrays.equals(bytes, 0, MARK.length, MARK, 0, MARK.length)) {
            return length;
        }
        System.arraycopy(bytes, MARK.length, bytes, 0, length - MARK.length);
        offset = MARK.length;
        return length - MARK.length;
    }

    private Chunk chunk(byte[] bytes, int cut, int length) {
        carry = Arrays.copyOfRange(bytes, cut, length);
        return closed(bytes, cut);
    }

    private @Nullable Chunk last(byte[] bytes, int length) {
        return length == 0 ? null : closed(bytes, length);
    }

    private Chunk closed(byte[] bytes, int length) {
        Chunk chunk = new Chunk(bytes, length, offset);
        offset += length;
        bytes[length] = '\n';
        return chunk;
    }
}
