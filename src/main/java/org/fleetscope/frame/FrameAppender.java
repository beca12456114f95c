package org.fleetscope.frame;

import org.fleetscope.model.AcceptedRows;

/**
 * Appends rows to a frame without copying it: frames given out share arrays with spare entries, and
 * each sees its own rows only. Adding costs O(rows added), but when it fills the spare entries,
 * which copies the whole once, as making an appender does. Not thread-safe; the frames are.
 */
public final class FrameAppender {
    private static final int LEAST_SPARE = 4096;

    private final Lineage lineage;
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
        lineage = new Lineage(start.lineage(), rows);
        columns = grown(rows);
    }

    public FrameAppender add(AcceptedRows part) {
        // Unlike a builder's, they may be read by others already and so must not grow in place.
        dictionaries = dictionaries.with(part);
        append(FramePiece.of(part, 0, dictionaries));
        return this;
    }

    /**
     * Appends rows of a frame whose dictionaries are those of the frame begun with, or grown out of
     * them.
     */
    public FrameAppender add(Frame part) {
        dictionaries = part.columns().dictionaries;
        append(part.columns());
        return this;
    }

    private void append(FrameColumns piece) {
        int needed = Math.addExact(rows, piece.rows);
        if (needed > columns.recordedAt.length) {
            columns = grown(needed);
        }
        columns.copy(piece, rows);
        rows = needed;
    }

    public int rows() {
        return rows;
    }

    /** All rows so far. */
    public Frame frame() {
        return new Frame(new FrameColumns(columns, rows, dictionaries), lineage);
    }

    private FrameColumns grown(int needed) {
        int capacity = Math.addExact(needed, Math.max(LEAST_SPARE, needed / 4));
        FrameColumns to = new FrameColumns(capacity, dictionaries);
        to.copy(new FrameColumns(columns, rows, dictionaries), 0);
        return to;
    }
}
