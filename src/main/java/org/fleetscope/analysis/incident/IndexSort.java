package org.fleetscope.analysis.incident;

import java.util.function.IntBinaryOperator;

/** Stable merge sort of indexes by an order of what they stand for, without boxing. */
final class IndexSort {
    private static final int SHORT = 12;

    private IndexSort() {}

    /**
     * Sorts in place. O(n log n).
     *
     * @param order as of a comparator: below 0 when the first goes before the second
     */
    static void sort(int[] indexes, IntBinaryOperator order) {
        sort(indexes.clone(), indexes, 0, indexes.length, order);
    }

    private static void sort(int[] from, int[] to, int start, int end, IntBinaryOperator order) {
        if (end - start <= SHORT) {
            insert(to, start, end, order);
            return;
        }
        int middle = (start + end) >>> 1;
        sort(to, from, start, middle, order);
        sort(to, from, middle, end, order);
        int left = start;
        int right = middle;
        for (int i = start; i < end; i++) {
            boolean takeLeft =
                    right == end
                            || (left < middle && order.applyAsInt(from[left], from[right]) <= 0);
            to[i] = takeLeft ? from[left++] : from[right++];
        }
    }

    private static void insert(int[] indexes, int start, int end, IntBinaryOperator order) {
        for (int i = start + 1; i < end; i++) {
            int moved = indexes[i];
            int at = i;
            while (at > start && order.applyAsInt(indexes[at - 1], moved) > 0) {
                indexes[at] = indexes[at - 1];
                at--;
            }
            indexes[at] = moved;
        }
    }
}
