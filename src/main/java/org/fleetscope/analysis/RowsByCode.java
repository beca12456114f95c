package org.fleetscope.analysis;

/** Rows of each code of a dimension, in their order. */
final class RowsByCode {
    private RowsByCode() {}

    /** By code. O(rows + codes). */
    static int[][] of(int[] codes, int size) {
        int[] counts = new int[size];
        for (int code : codes) {
            counts[code]++;
        }
        int[][] rows = new int[size][];
        for (int code = 0; code < size; code++) {
            rows[code] = new int[counts[code]];
            counts[code] = 0;
        }
        for (int row = 0; row < codes.length; row++) {
            rows[codes[row]][counts[codes[row]]++] = row;
        }
        return rows;
    }
}
