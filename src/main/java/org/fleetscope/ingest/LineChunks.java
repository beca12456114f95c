package org.fleetscope.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Cuts a stream into chunks behind line feeds. A byte order mark at the start is skipped. */
final class LineChunks implements ChunkSource {
    /** Bytes that one row may have. */
    static final int LONGEST_ROW = 64 << 20;

    private static final int KEPT_OF_A_CUT_ROW = 64 << 10;

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private final String file;
    private final int size;
    private final RowEnds ends;
    private final int longestRow;
    private final boolean cutsRows;
    private byte[] carry = new byte[0];
    private long offset;
    private boolean started;
    private boolean finished;
    private boolean behindCut;

    /**
     * Chunks of which a row that is too long ends the reading.
     *
     * @param size bytes of a chunk, unless a single row is longer
     */
    LineChunks(InputStream in, String file, int size, RowEnds ends) {
        this(in, file, size, ends, LONGEST_ROW, false);
    }

    /** Chunks of which a row that is too long is a chunk of its own, cut. */
    static LineChunks passingOverLongRows(InputStream in, String file, int size, RowEnds ends) {
        return new LineChunks(in, file, size, ends, LONGEST_ROW, true);
    }

    LineChunks(
            InputStream in, String file, int size, RowEnds ends, int longestRow, boolean cutsRows) {
        this.in = in;
        this.file = file;
        this.size = Math.max(size, MARK.length);
        this.ends = ends;
        this.longestRow = longestRow;
        this.cutsRows = cutsRows;
    }

    /** Finds where rows end; told of every byte once, in order. */
    interface RowEnds {
        /**
         * Position behind the last row that ends before {@code to}, −1 when none ends in between.
         *
         * @param from first byte not seen yet
         */
        int last(byte[] bytes, int from, int to);

        /**
         * Position behind what is left of a row that is too long, −1 when it goes on past {@code
         * to}. Line ends tell it in every format: a quote that is missing would take all the rest.
         */
        default int first(byte[] bytes, int from, int to) {
            for (int i = from; i < to; i++) {
                if (bytes[i] == '\n') {
                    return i + 1;
                }
            }
            return -1;
        }

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
        if (finished && carry.length == 0) {
            return null;
        }
        byte[] bytes = new byte[Math.max(size, 2 * carry.length) + Chunk.PADDING];
        System.arraycopy(carry, 0, bytes, 0, carry.length);
        int length = carry.length;
        carry = new byte[0];
        int cut = behindCut ? ends.last(bytes, 0, length) : -1;
        behindCut = false;
        while (cut < 0 && !finished) {
            if (length + Chunk.PADDING == bytes.length) {
                if (cutsRows && bytes.length > longestRow) {
                    return cut(bytes, length);
                }
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
        if (bytes.length > longestRow) {
            throw new IOException(
                    file
                            + ": the row at byte "
                            + offset
                            + " is longer than 64 MB. Is a line end or a closing quote missing there?");
        }
        return Arrays.copyOf(bytes, 2 * bytes.length);
    }

    /** Passes over the rest of a row that is too long. */
    private Chunk cut(byte[] bytes, int length) throws IOException {
        int kept = Math.min(KEPT_OF_A_CUT_ROW, length);
        byte[] start = Arrays.copyOf(bytes, kept + Chunk.PADDING);
        long left = length - kept;
        int lines = Chunk.lineFeeds(bytes, kept, length);
        int end = -1;
        while (end < 0 && !finished) {
            int wanted = bytes.length - Chunk.PADDING;
            int read = in.readNBytes(bytes, 0, wanted);
            finished = read < wanted;
            end = ends.first(bytes, 0, read);
            int seen = end < 0 ? read : end;
            left += seen;
            lines += Chunk.lineFeeds(bytes, 0, seen);
            carry = Arrays.copyOfRange(bytes, seen, read);
        }
        start[kept] = '\n';
        behindCut = true;
        Chunk chunk = new Chunk(start, kept, offset, RowList.NONE, new Chunk.Cut(left, lines));
        offset += kept + left;
        return chunk;
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
