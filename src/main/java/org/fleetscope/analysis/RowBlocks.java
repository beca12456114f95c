package org.fleetscope.analysis;

import java.util.stream.IntStream;

/** Work on rows that do not depend on one another, in blocks by several threads. */
final class RowBlocks {
    private static final int SIZE = 1 << 16;

    private RowBlocks() {}

    /** Work on the rows from {@code from} to before {@code to}. */
    interface Work {
        void of(int from, int to);
    }

    static void each(int rows, Work work) {
        IntStream.range(0, (rows + SIZE - 1) / SIZE)
                .parallel()
                .forEach(block -> work.of(block * SIZE, Math.min(rows, (block + 1) * SIZE)));
    }
}
