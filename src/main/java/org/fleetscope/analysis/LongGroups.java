package org.fleetscope.analysis;

import java.util.Arrays;

/**
 * Numbers distinct keys ≥ 0 in order of first appearance: a hash table with open addressing. Not
 * thread-safe.
 */
final class LongGroups {
    private static final long FREE = -1;

    private long[] keys = new long[1024];
    private int[] numbers = new int[1024];
    private long[] found = new long[512];
    private int size;

    LongGroups() {
        Arrays.fill(keys, FREE);
    }

    /** Number of a key, a new one when it was not there. */
    int numberOf(long key) {
        int at = slot(key);
        if (keys[at] == key) {
            return numbers[at];
        }
        if (size == found.length) {
            grow();
            at = slot(key);
        }
        keys[at] = key;
        numbers[at] = size;
        found[size] = key;
        return size++;
    }

    /** The distinct keys by number. */
    long[] keys() {
        return Arrays.copyOf(found, size);
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        // Multiplication by 2^64 divided by the golden ratio spreads neighbours over the high bits.
        int at = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
        while (keys[at] != FREE && keys[at] != key) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private void grow() {
        found = Arrays.copyOf(found, 2 * found.length);
        keys = new long[2 * found.length];
        numbers = new int[keys.length];
        Arrays.fill(keys, FREE);
        for (int i = 0; i < size; i++) {
            int at = slot(found[i]);
            keys[at] = found[i];
            numbers[at] = i;
        }
    }
}
