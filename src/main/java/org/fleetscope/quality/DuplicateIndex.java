package org.fleetscope.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Knows the keys (recorded_at, task_id) of all rows seen so far and tells a repeated row from a
 * contradicting one (rule {@code duplicate-run}). Rows of one import are equals: when two of them
 * contradict each other neither stays, and the one admitted before is named by {@link
 * #retracted()}. A stored row always stays. Expected constant time and 41 bytes a key. Not
 * thread-safe.
 */
public final class DuplicateIndex {
    /** What a row is in the light of the rows before it. */
    public enum Verdict {
        /** Its key is new. */
        NEW,
        /** A row that says the same is there already. */
        IDENTICAL,
        /** A row with this key says something else. */
        CONTRADICTS
    }

    private static final byte STORED = 1;
    private static final byte ADMITTED = 2;
    private static final byte CONTESTED = 3;

    private final byte admittedAs;
    private int[] slots;
    private long[] recordedAt;
    private long[] high;
    private long[] low;
    private long[] hash;
    private byte[] state;
    private int size;
    private final List<long[]> retracted = new ArrayList<>();

    /**
     * @param expected a guess of the number of keys that spares growing
     */
    public DuplicateIndex(int expected) {
        this(expected, false);
    }

    private DuplicateIndex(int expected, boolean lasting) {
        admittedAs = lasting ? STORED : ADMITTED;
        int capacity = Math.max(16, expected);
        slots = emptySlots(capacity);
        recordedAt = new long[capacity];
        high = new long[capacity];
        low = new long[capacity];
        hash = new long[capacity];
        state = new byte[capacity];
    }

    /**
     * An index for rows that are stored as they come: an admitted row stays, and nothing is ever
     * retracted.
     */
    public static DuplicateIndex ofLastingRows(int expected) {
        return new DuplicateIndex(expected, true);
    }

    /** Adds a row that an earlier import stored. */
    public void stored(long time, long taskHigh, long taskLow, long contentHash) {
        int slot = slotOf(time, taskHigh, taskLow);
        if (slots[slot] < 0) {
            insert(slot, time, taskHigh, taskLow, contentHash, STORED);
        }
    }

    /** Judges a row of this import and remembers it. */
    public Verdict admit(long time, long taskHigh, long taskLow, long contentHash) {
        int slot = slotOf(time, taskHigh, taskLow);
        int entry = slots[slot];
        if (entry < 0) {
            insert(slot, time, taskHigh, taskLow, contentHash, admittedAs);
            return Verdict.NEW;
        }
        if (state[entry] != CONTESTED && hash[entry] == contentHash) {
            return Verdict.IDENTICAL;
        }
        if (state[entry] == ADMITTED) {
            state[entry] = CONTESTED;
            retracted.add(new long[] {time, taskHigh, taskLow});
        }
        return Verdict.CONTRADICTS;
    }

    /**
     * Keys (recorded_at, high and low half of task_id) of rows that were admitted and contradicted
     * later.
     */
    public List<long[]> retracted() {
        return List.copyOf(retracted);
    }

    private int slotOf(long time, long taskHigh, long taskLow) {
        int mask = slots.length - 1;
        int slot = (int) mix(time, taskHigh, taskLow) & mask;
        while (slots[slot] >= 0) {
            int entry = slots[slot];
            if (low[entry] == taskLow && high[entry] == taskHigh && recordedAt[entry] == time) {
                return slot;
            }
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void insert(
            int slot, long time, long taskHigh, long taskLow, long contentHash, byte kind) {
        if (size == recordedAt.length) {
            grow();
            insert(slotOf(time, taskHigh, taskLow), time, taskHigh, taskLow, contentHash, kind);
            return;
        }
        slots[slot] = size;
        recordedAt[size] = time;
        high[size] = taskHigh;
        low[size] = taskLow;
        hash[size] = contentHash;
        state[size] = kind;
        size++;
    }

    private void grow() {
        int capacity = Math.multiplyExact(recordedAt.length, 2);
        recordedAt = Arrays.copyOf(recordedAt, capacity);
        high = Arrays.copyOf(high, capacity);
        low = Arrays.copyOf(low, capacity);
        hash = Arrays.copyOf(hash, capacity);
        state = Arrays.copyOf(state, capacity);
        slots = emptySlots(capacity);
        int mask = slots.length - 1;
        for (int entry = 0; entry < size; entry++) {
            int slot = (int) mix(recordedAt[entry], high[entry], low[entry]) & mask;
            while (slots[slot] >= 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = entry;
        }
    }

    private static int[] emptySlots(int capacity) {
        int[] empty = new int[Integer.highestOneBit(Math.multiplyExact(capacity, 2) - 1) << 1];
        Arrays.fill(empty, -1);
        return empty;
    }

    /**
     * Finaliser of SplittableRandom over the three words: every bit of the key reaches the low
     * bits.
     */
    private static long mix(long time, long taskHigh, long taskLow) {
        long z = time * 0x9e3779b97f4a7c15L ^ taskHigh ^ Long.rotateLeft(taskLow, 32);
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
