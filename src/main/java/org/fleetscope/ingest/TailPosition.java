package org.fleetscope.ingest;

/**
 * Where reading of a growing file stands: at the start of the first row that is not read yet.
 *
 * @param offset of that row's first byte
 * @param line of that row, counted from 1
 */
public record TailPosition(long offset, long line) {
    public static final TailPosition START = new TailPosition(0, 1);

    public TailPosition {
        if (offset < 0 || line < 1) {
            throw new IllegalArgumentException("byte " + offset + ", line " + line);
        }
    }
}
