package org.fleetscope.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a JSON document into chunks behind its rows. A row whose brackets or strings don't close is
 * left out as a broken one where the layout shows the next row beyond doubt, see {@link
 * JsonResync}; any other fault in the structure ends the reading. Used by one thread.
 */
final class JsonChunks implements ChunkSource {
    private static final int KEPT_OF_A_CUT_ROW = 64 << 10;

    private static final int LONGEST_INDENTATION = 4096;
    private static final byte[] NO_INDENTATION = {'x'};

    private final InputStream in;
    private final String file;
    private final int size;
    private final int longestRow;
    private final JsonOutline outline;
    private boolean started;
    private byte[] bytes = new byte[0];
    private byte[] lineStart = new byte[0];
    private int length;
    private int taken;
    private long offset;
    private long line = 1;
    private boolean finished;
    private boolean done;

    JsonChunks(InputStream in, SourceFile file, int size) {
        this(in, file.path().toString(), JsonOutline.of(file), size, LineChunks.LONGEST_ROW);
    }

    /**
     * @param size bytes of a chunk, unless a single row is longer
     */
    JsonChunks(InputStream in, String file, JsonOutline outline, int size, int longestRow) {
        this.in = in;
        this.file = file;
        this.outline = outline;
        this.size = Math.max(16, size);
        this.longestRow = longestRow;
    }

    @Override
    public @Nullable Chunk next() throws IOException {
        renew();
        fill();
        while (!done) {
            RowList rows = new RowList();
            taken = scan(rows);
            done = finished && taken == length;
            if (taken > 0) {
                return chunk(rows);
            }
            if (!done && length >= longestRow) {
                return cut();
            }
            if (!done) {
                grow();
            }
        }
        return null;
    }

    /** Starts a new buffer with what is left of the last one, which belongs to a chunk now. */
    private void renew() {
        lineStart = lineStart();
        int left = length - taken;
        byte[] next = new byte[Math.max(size, 2 * left) + Chunk.PADDING];
        System.arraycopy(bytes, taken, next, 0, left);
        bytes = next;
        length = left;
        taken = 0;
    }

    /** The line so far, of which the next buffer has the rest. */
    private byte[] lineStart() {
        int feed = taken - 1;
        while (feed >= 0 && bytes[feed] != '\n') {
            feed--;
        }
        byte[] seen = Arrays.copyOfRange(bytes, feed + 1, taken);
        if (feed >= 0) {
            return seen;
        }
        byte[] whole = Arrays.copyOf(lineStart, lineStart.length + seen.length);
        System.arraycopy(seen, 0, whole, lineStart.length, seen.length);
        return whole.length <= LONGEST_INDENTATION ? whole : NO_INDENTATION;
    }

    private void grow() throws IOException {
        bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        fill();
    }

    private void fill() throws IOException {
        int wanted = bytes.length - Chunk.PADDING - length;
        int read = finished ? 0 : in.readNBytes(bytes, length, wanted);
        finished |= read < wanted;
        length += read;
        if (!started) {
            started = true;
            passMark();
        }
    }

    private void passMark() {
        if (length >= 3 && Magic.starts(bytes, 0xEF, 0xBB, 0xBF)) {
            System.arraycopy(bytes, 3, bytes, 0, length - 3);
            length -= 3;
            offset = 3;
        }
    }

    private int scan(RowList rows) throws IOException {
        int from = 0;
        while (true) {
            try {
                return outline.scan(bytes, from, length, finished, rows);
            } catch (JsonFaultException fault) {
                JsonResync.Next next = behind(fault);
                rows.addBroken(fault.rowStart(), next.end());
                outline.resume();
                from = next.from();
            }
        }
    }

    /** Where reading goes on behind a broken row. */
    private JsonResync.Next behind(JsonFaultException fault) throws IOException {
        int start = fault.rowStart();
        JsonResync.Next next = JsonResync.Next.NONE;
        if (start >= 0 && outline.isInArray()) {
            next = JsonResync.find(lineStart, bytes, start, length);
            while (next.from() < 0 && !finished && length - start < longestRow) {
                grow();
                next = JsonResync.find(lineStart, bytes, start, length);
            }
        }
        if (next.from() < 0) {
            throw refused(fault);
        }
        return next;
    }

    private IOException refused(JsonFaultException fault) {
        JsonFaultException inRow =
                fault.rowStart() < 0 ? null : JsonGrammar.faultOf(bytes, fault.rowStart(), length);
        JsonFaultException shown = inRow == null ? fault : inRow;
        return new IOException(
                "%s, line %d, byte %d: %s. Correct the document there; nothing of it was kept"
                        .formatted(
                                file,
                                line + Chunk.lineFeeds(bytes, 0, shown.at()),
                                offset + shown.at(),
                                shown.words()));
    }

    private Chunk chunk(RowList rows) {
        Chunk chunk = new Chunk(bytes, taken, offset, rows, Chunk.Cut.NONE);
        offset += taken;
        line += Chunk.lineFeeds(bytes, 0, taken);
        return chunk;
    }

    /** Passes over a row that is too long, keeping its start. */
    private Chunk cut() throws IOException {
        if (!outline.isInRow()) {
            throw new IOException(
                    "%s, line %d, byte %d: a value outside of the rows has more than %d bytes. Take it out"
                            .formatted(file, line, offset, longestRow));
        }
        int kept = Math.min(KEPT_OF_A_CUT_ROW, length);
        byte[] start = Arrays.copyOf(Arrays.copyOf(bytes, kept), kept + Chunk.PADDING);
        long left = length - kept;
        int lines = Chunk.lineFeeds(bytes, kept, length);
        int end = -1;
        while (end < 0) {
            length = 0;
            fill();
            end = passed();
            int seen = end < 0 ? length : end;
            left += seen;
            lines += Chunk.lineFeeds(bytes, 0, seen);
        }
        taken = end;
        RowList rows = new RowList();
        rows.addBroken(0, kept);
        Chunk chunk = new Chunk(start, kept, offset, rows, new Chunk.Cut(left, lines));
        offset += kept + left;
        line += Chunk.lineFeeds(start, 0, kept) + lines;
        return chunk;
    }

    private int passed() throws IOException {
        try {
            return outline.passOver(bytes, length, finished);
        } catch (JsonFaultException fault) {
            throw refused(fault);
        }
    }
}
