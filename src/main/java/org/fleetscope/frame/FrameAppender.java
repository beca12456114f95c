package org.fleetscope.frame;

import org.fleetscope.model.AcceptedRows;

/**
 * Appends rows to a frame without copying it: frames given out share arrays with spare entries, and
 * each sees its own rows only. Adding costs O(rows added), but for the first addition and for every
 * one that fills the spare entries, which copy the whole once. Not thread-safe; the frames are.
 */
public final class FrameAppender {
    private static final int LEAST_SPARE = 4096;

    private FrameColumns columns;
    private Dictionaries dictionaries;
    private int rows;

    /**
     * @param start the rows to begin with, which are not written to
     */
    public FrameAppender(Frame start) {
        columns = start.columns();
        dictionaries = columns.dictionaries;
        rows = start.rows();
        if (columns.recordedAt.length > rows) {
            columns = grown(rows);
        }
    }

    public FrameAppender add(AcceptedRows part) {
        // Unlike a builder's, they may be read by others already and so must not grow in place.
        dictionaries = dictionaries.with(part);
        FrameColumns piece = FramePiece.of(part, 0, dictionaries);
        int needed = Math.addExact(rows, piece.rows);
        if (needed > columns.recordedAt.length) {
            columns = grown(needed);
        }
        columns.copy(piece, rows);
        rows = needed;
        return this;
    }

    public int rows() {
        return rows;
    }

    /** All rows so far. */
    public Frame frame() {
        return new Frame(new FrameColumns(columns, rows, dictionaries));
    }

    private FrameColumns grown(int needed) {
        int capacity = Math.addExact(needed, Math.max(LEAST_SPARE, needed / 4));
        FrameColumns to = new FrameColumns(capacity, dictionaries);
        to.copy(new FrameColumns(columns, rows, dictionaries), 0);
        return to;
    }
}
