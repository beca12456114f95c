package org.fleetscope.workspace;

import java.util.Arrays;

/** Lines and times of rows, kept in 16 bytes each. Not thread-safe. */
final class Places {
    /** Takes the place of a row. */
    @FunctionalInterface
    interface Consumer {
        void place(long line, long recordedAt);
    }

    private long[] values = new long[16];
    private int size;

    void add(long line, long recordedAt) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = line;
        values[size++] = recordedAt;
    }

    long size() {
        return size / 2;
    }

    void each(Consumer to) {
        for (int i = 0; i < size; i += 2) {
            to.place(values[i], values[i + 1]);
        }
    }
}
