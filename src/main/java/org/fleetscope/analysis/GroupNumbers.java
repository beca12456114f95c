package org.fleetscope.analysis;

import java.util.Arrays;
import java.util.List;

/**
 * The groups that runs are in, numbered in the order of their keys, which are the codes of their
 * groupings packed into one number, the first most significant.
 *
 * @param group number of each run's group
 * @param keys of the groups that have runs, ascending
 */
record GroupNumbers(int[] group, long[] keys) {
    /** Combinations that a table is kept for whatever the number of rows. */
    private static final int SMALL = 1 << 16;

    private static final int LARGEST = 1 << 26;

    /**
     * O(rows), and O(groups · log groups) where there are far more combinations than runs.
     *
     * @throws IllegalArgumentException when there are too many combinations to number
     */
    static GroupNumbers of(List<GroupCodes> codes, int rows) {
        long size = 1;
        for (GroupCodes code : codes) {
            if (Math.multiplyHigh(size, code.size()) != 0 || size * code.size() < 0) {
                throw new IllegalArgumentException("too many combinations of values to group by");
            }
            size *= code.size();
        }
        return size <= Math.clamp(4L * rows, SMALL, LARGEST)
                ? byTable(codes, rows, (int) size)
                : byHash(codes, rows);
    }

    private static GroupNumbers byTable(List<GroupCodes> codes, int rows, int size) {
        int[] group = new int[rows];
        RowBlocks.each(rows, (from, to) -> pack(codes, group, from, to));
        int[] number = new int[size];
        mark(group, number);
        long[] keys = new long[size];
        int n = 0;
        for (int key = 0; key < size; key++) {
            if (number[key] > 0) {
                keys[n] = key;
                number[key] = n++;
            }
        }
        if (n < size) {
            RowBlocks.each(rows, (from, to) -> renumber(group, number, from, to));
        }
        return new GroupNumbers(group, Arrays.copyOf(keys, n));
    }

    private static void mark(int[] keys, int[] seen) {
        for (int key : keys) {
            seen[key] = 1;
        }
    }

    private static void pack(List<GroupCodes> codes, int[] keys, int from, int to) {
        for (GroupCodes code : codes) {
            int[] own = code.codes();
            int size = code.size();
            for (int row = from; row < to; row++) {
                keys[row] = keys[row] * size + own[row];
            }
        }
    }

    private static void renumber(int[] group, int[] number, int from, int to) {
        for (int row = from; row < to; row++) {
            group[row] = number[group[row]];
        }
    }

    private static GroupNumbers byHash(List<GroupCodes> codes, int rows) {
        long[] packed = new long[rows];
        for (GroupCodes code : codes) {
            for (int row = 0; row < rows; row++) {
                packed[row] = packed[row] * code.size() + code.codes()[row];
            }
        }
        LongGroups groups = new LongGroups();
        int[] group = new int[rows];
        for (int row = 0; row < rows; row++) {
            group[row] = groups.numberOf(packed[row]);
        }
        long[] found = groups.keys();
        long[] keys = found.clone();
        Arrays.sort(keys);
        int[] place = new int[keys.length];
        for (int i = 0; i < keys.length; i++) {
            place[i] = Arrays.binarySearch(keys, found[i]);
        }
        renumber(group, place, 0, rows);
        return new GroupNumbers(group, keys);
    }
}
