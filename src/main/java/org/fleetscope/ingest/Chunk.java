package org.fleetscope.ingest;

/**
 * A stretch of a file that holds whole rows.
 *
 * @param bytes the stretch, a line feed, and at least {@link #PADDING} − 1 bytes more
 * @param length bytes of the stretch
 * @param offset offset of its first byte in the uncompressed stream
 */
record Chunk(byte[] bytes, int length, long offset) {
    /** Bytes behind the stretch, so that a parser can read whole words. */
    static final int PADDING = 64;
}
