package org.fleetscope.frame;

import org.jspecify.annotations.Nullable;

/**
 * Which frames a frame was appended to. Two appenders that begin with the same frame are two
 * lineages, whose rows differ behind it.
 */
final class Lineage {
    private final @Nullable Lineage before;
    private final int start;

    /** Of a frame that was appended to no other. */
    Lineage() {
        this(null, 0);
    }

    /**
     * @param start rows that were there of the lineage before
     */
    Lineage(@Nullable Lineage before, int start) {
        this.before = before;
        this.start = start;
    }

    /** Whether the first rows of another lineage are the first of this one too. */
    boolean has(Lineage other, int rows) {
        int common = Integer.MAX_VALUE;
        for (Lineage at = this; at != null; at = at.before) {
            if (at == other) {
                return rows <= common;
            }
            common = Math.min(common, at.start);
        }
        return false;
    }
}
