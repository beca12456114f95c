package org.fleetscope.ingest;

/**
 * A stretch of a file that holds whole rows.
 *
 * @param bytes the stretch, a line feed unless {@code rows} says where its rows end, and at least
 *     {@link #PADDING} − 1 bytes more
 * @param length bytes of the stretch
 * @param offset offset of its first byte in the uncompressed stream
 * @param rows where its rows stand, for a parser that does not find them itself
 * @param cut when the stretch is only the start of a row that is too long, what was left out of it
 */
record Chunk(byte[] bytes, int length, long offset, RowList rows, Cut cut) {
    /** Bytes behind the stretch, so that a parser can read whole words. */
    static final int PADDING = 64;

    /** What was left out of a row: its bytes, and the line feeds among them. */
    record Cut(long bytes, int lines) {
        static final Cut NONE = new Cut(0, 0);
    }

    Chunk(byte[] bytes, int length, long offset) {
        this(bytes, length, offset, RowList.NONE, Cut.NONE);
    }

    boolean isCut() {
        return cut.bytes > 0;
    }

    /** Line feeds from one position to another. */
    static int lineFeeds(byte[] bytes, int from, int to) {
        int lines = 0;
        for (int i = from; i < to; i++) {
            lines += bytes[i] == '\n' ? 1 : 0;
        }
        return lines;
    }
}
