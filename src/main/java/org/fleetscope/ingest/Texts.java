package org.fleetscope.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Distinct texts as UTF-8, numbered from 0. A text costs its bytes and about 24 more. */
final class Texts {
    private static final int PAGE_BITS = 20;
    private static final int PAGE = 1 << PAGE_BITS;

    private byte[][] pages = new byte[0][];
    private int pageUsed = PAGE;
    private long[] starts = new long[64];
    private int[] lengths = new int[64];
    private int[] hashes = new int[64];
    private int[] slots = new int[128];
    private int size;
    private long held;

    /** Number of a text, a new one when it was not there. */
    int number(byte[] from, int start, int end) {
        int hash = hash(from, start, end);
        int mask = slots.length - 1;
        int slot = hash & mask;
        for (; slots[slot] != 0; slot = (slot + 1) & mask) {
            int known = slots[slot] - 1;
            if (hashes[known] == hash && isAt(known, from, start, end)) {
                return known;
            }
        }
        slots[slot] = size + 1;
        add(from, start, end, hash);
        if (2 * size > slots.length) {
            grow();
        }
        return size - 1;
    }

    int number(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return number(bytes, 0, bytes.length);
    }

    String text(int number) {
        byte[] page = pages[(int) (starts[number] >>> PAGE_BITS)];
        int start = (int) starts[number] & (PAGE - 1);
        return new String(page, start, lengths[number], StandardCharsets.UTF_8);
    }

    /** Bytes of memory used. */
    long bytes() {
        return held + 16L * starts.length + 4L * slots.length;
    }

    private static int hash(byte[] bytes, int start, int end) {
        int hash = 1;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + bytes[i];
        }
        hash *= 0x9E3779B9;
        return hash ^ (hash >>> 15);
    }

    private boolean isAt(int number, byte[] from, int start, int end) {
        int at = (int) starts[number] & (PAGE - 1);
        byte[] page = pages[(int) (starts[number] >>> PAGE_BITS)];
        return Arrays.equals(page, at, at + lengths[number], from, start, end);
    }

    private void add(byte[] from, int start, int end, int hash) {
        int length = end - start;
        if (pageUsed + length >= PAGE) {
            // A text longer than a page gets one of its own.
            pages = Arrays.copyOf(pages, pages.length + 1);
            pages[pages.length - 1] = new byte[Math.max(PAGE, length)];
            held += Math.max(PAGE, length);
            pageUsed = 0;
        }
        System.arraycopy(from, start, pages[pages.length - 1], pageUsed, length);
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, 2 * size);
            lengths = Arrays.copyOf(lengths, 2 * size);
            hashes = Arrays.copyOf(hashes, 2 * size);
        }
        starts[size] = ((long) (pages.length - 1) << PAGE_BITS) + pageUsed;
        lengths[size] = length;
        hashes[size++] = hash;
        pageUsed += length;
    }

    private void grow() {
        slots = new int[2 * slots.length];
        int mask = slots.length - 1;
        for (int i = 0; i < size; i++) {
            int slot = hashes[i] & mask;
            while (slots[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = i + 1;
        }
    }
}
