package org.fleetscope.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Tells an object that holds arrays of rows from one that is a row. Where the start of a file does
 * not show it, because its first members are long, the file is read on until one does, up to {@link
 * #MOST} bytes. Found out once a sample. Not thread-safe.
 */
final class JsonContainer {
    /** As much as is read in well below the time that recognition may take. */
    static final int MOST = 4 << 20;

    private static final int BLOCK = 1 << 18;

    private final RowList rows = new RowList();
    private @Nullable Boolean found;

    /**
     * Whether the object that a text starts with holds arrays of rows, as far as it was read.
     *
     * @throws IOException when the file can't be read on
     */
    boolean isOne(Sample sample) throws IOException {
        Boolean known = found;
        if (known == null) {
            known = find(sample);
            found = known;
        }
        return known;
    }

    private boolean find(Sample sample) throws IOException {
        byte[] head = sample.head();
        JsonOutline outline = JsonOutline.glance();
        try {
            byte[] padded = Arrays.copyOf(head, head.length + Chunk.PADDING);
            int from = outline.scan(padded, 0, head.length, false, rows);
            if (isDecided(outline) || sample.whole()) {
                return holdsRows(outline);
            }
            byte[] block = new byte[BLOCK + Chunk.PADDING];
            int again = outline.isInValue() ? 0 : head.length - from;
            if (again < BLOCK) {
                System.arraycopy(head, head.length - again, block, 0, again);
                readOn(sample, outline, block, again);
            }
        } catch (JsonFaultException untilHere) {
            return holdsRows(outline) || untilHere.rowStart() >= 0;
        }
        return holdsRows(outline);
    }

    private boolean holdsRows(JsonOutline outline) {
        return outline.hasRowArray() || rows.size() > 0 || outline.isInRow();
    }

    private boolean isDecided(JsonOutline outline) {
        return holdsRows(outline) || outline.isAtEnd();
    }

    /**
     * Goes on behind the head.
     *
     * @param again bytes at the end of the head that have to be seen again, and stand in the block
     */
    private void readOn(Sample sample, JsonOutline outline, byte[] block, int again)
            throws IOException, JsonFaultException {
        try (InputStream in =
                Streams.open(Location.of(sample.path()), sample.compression(), sample.options())) {
            in.skipNBytes(sample.start() + (long) sample.head().length);
            int kept = again;
            for (long read = 0; read < MOST && !isDecided(outline); ) {
                int count = in.readNBytes(block, kept, BLOCK - kept);
                read += count;
                int length = kept + count;
                boolean last = length < BLOCK;
                kept = scan(outline, block, length, last);
                if (last || kept == BLOCK) {
                    return;
                }
            }
        }
    }

    /**
     * @return bytes at the start of the block that have to be seen again
     */
    private int scan(JsonOutline outline, byte[] block, int length, boolean last)
            throws JsonFaultException {
        int from = outline.isInValue() ? outline.passOver(block, length, last) : 0;
        if (from < 0) {
            return 0;
        }
        int again = outline.scan(block, from, length, last, rows);
        if (outline.isInValue()) {
            return 0;
        }
        System.arraycopy(block, again, block, 0, length - again);
        return length - again;
    }
}
