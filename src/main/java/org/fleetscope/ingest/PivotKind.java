package org.fleetscope.ingest;

/** Kinds of values in a {@link Pivot}, and what their 64 bits are. */
final class PivotKind {
    /** A double's bits. */
    static final byte REAL = 0;

    /** The integer. */
    static final byte WHOLE = 1;

    /** The integer without a sign. */
    static final byte UNSIGNED = 2;

    /** 1 for true, 0 for false. */
    static final byte FLAG = 3;

    /** The number of the text. */
    static final byte TEXT = 4;

    private PivotKind() {}
}
