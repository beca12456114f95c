package org.fleetscope.quality;

import java.util.Arrays;
import java.util.BitSet;
import org.fleetscope.frame.Frame;

/**
 * Finds runs whose task has several. Expected time is linear in all rows, memory in the rows looked
 * for.
 */
final class TaskRepeats {
    private final Frame frame;
    private final int[] slots;
    private final BitSet repeated = new BitSet();

    private TaskRepeats(Frame frame, int from) {
        this.frame = frame;
        int wanted = Math.max(16, Math.multiplyExact(frame.rows() - from, 2));
        slots = new int[Integer.highestOneBit(wanted - 1) << 1];
        Arrays.fill(slots, -1);
    }

    /**
     * @param from first of the rows that are new
     * @return new rows whose task has another run, and earlier rows that share their task
     */
    static BitSet of(Frame frame, int from) {
        TaskRepeats repeats = new TaskRepeats(frame, from);
        for (int row = from; row < frame.rows(); row++) {
            repeats.add(row);
        }
        for (int row = 0; row < from; row++) {
            int other = repeats.slots[repeats.slot(row)];
            if (other >= 0) {
                repeats.mark(row, other);
            }
        }
        // Of the new runs of a task only the first is in a slot.
        for (int row = from; row < frame.rows() && !repeats.repeated.isEmpty(); row++) {
            if (repeats.repeated.get(repeats.slots[repeats.slot(row)])) {
                repeats.repeated.set(row);
            }
        }
        return repeats.repeated;
    }

    private void add(int row) {
        int slot = slot(row);
        if (slots[slot] < 0) {
            slots[slot] = row;
        } else {
            mark(row, slots[slot]);
        }
    }

    private void mark(int one, int other) {
        repeated.set(one);
        repeated.set(other);
    }

    /** The slot of the row's task, or the empty one where it would go. */
    private int slot(int row) {
        long high = frame.taskHi()[row];
        long low = frame.taskLo()[row];
        int mask = slots.length - 1;
        int slot = (int) mix(high, low) & mask;
        while (slots[slot] >= 0
                && (frame.taskHi()[slots[slot]] != high || frame.taskLo()[slots[slot]] != low)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /** Finaliser of SplittableRandom: every bit of the id reaches the low bits. */
    private static long mix(long high, long low) {
        long z = high ^ Long.rotateLeft(low, 32);
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
