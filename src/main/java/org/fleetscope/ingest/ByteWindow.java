package org.fleetscope.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The part of a stream around the line being read. A byte order mark at the start is passed over.
 * Used by one thread.
 */
final class ByteWindow {
    private static final int STEP = 1 << 18;
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private final String file;
    private byte[] bytes;
    private int at;
    private int end;
    private int lineEnd;
    private long before;
    private long line = 1;
    private boolean ended;
    private boolean started;

    /**
     * @param file its name, for messages
     */
    ByteWindow(InputStream in, String file) {
        this(in, file, STEP);
    }

    /**
     * @param size bytes to begin with, at least 3
     */
    ByteWindow(InputStream in, String file, int size) {
        this.in = in;
        this.file = file;
        this.bytes = new byte[size];
    }

    /**
     * Reads on until the line at the position is whole, and as many bytes stand behind it as asked
     * or all there are.
     *
     * @return false at the end of the stream
     * @throws IOException when it can't be read, or the line is longer than {@link
     *     LineChunks#LONGEST_ROW}
     */
    boolean fill(int ahead) throws IOException {
        if (!started) {
            started = true;
            more();
            at =
                    end >= MARK.length && Arrays.equals(bytes, 0, MARK.length, MARK, 0, MARK.length)
                            ? MARK.length
                            : 0;
        }
        int seen = at;
        while (true) {
            while (seen < end && bytes[seen] != '\n') {
                seen++;
            }
            if (ended || (seen < end && end - seen > ahead)) {
                lineEnd = seen;
                return at < end;
            }
            if (end - at > LineChunks.LONGEST_ROW) {
                throw new IOException(
                        "%s, line %d, byte %d: the line is longer than 64 MB. Is a line end missing there?"
                                .formatted(file, line, offset()));
            }
            seen -= compact();
            more();
        }
    }

    private int compact() {
        int passed = at;
        if (passed > 0) {
            System.arraycopy(bytes, at, bytes, 0, end - at);
            before += passed;
            end -= passed;
            at = 0;
        }
        return passed;
    }

    private void more() throws IOException {
        if (end == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
        int wanted = bytes.length - end;
        int read = in.readNBytes(bytes, end, wanted);
        ended = read < wanted;
        end += read;
    }

    /** Goes on behind a position, counting the lines passed. */
    void moveTo(int position) {
        int to = Math.min(position, end);
        for (int i = at; i < to; i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        at = to;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Where the line starts. */
    int at() {
        return at;
    }

    /** Where its line feed stands, or the end of the stream. */
    int lineEnd() {
        return lineEnd;
    }

    /** Behind the last byte read. */
    int end() {
        return end;
    }

    /** Whether the stream has no more bytes than these. */
    boolean isLast() {
        return ended;
    }

    /** Line and offset of the position. */
    RowOutput.Place place() {
        return new RowOutput.Place(line, offset());
    }

    private long offset() {
        return before + at;
    }
}
