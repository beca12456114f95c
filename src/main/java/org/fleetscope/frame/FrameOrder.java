package org.fleetscope.frame;

import java.util.Arrays;
import org.fleetscope.model.TimeRange;

/** The order of each agent's runs within a frame, computed once when first asked for. */
final class FrameOrder {
    private final Frame frame;
    private int[] order = new int[0];
    private int[] starts = new int[0];
    private TimeRange extent = new TimeRange(0, 0);
    private boolean ordered;
    private boolean ranged;

    FrameOrder(Frame frame) {
        this.frame = frame;
    }

    synchronized int[] agentOrder() {
        sort();
        return order;
    }

    synchronized int[] agentStarts() {
        sort();
        return starts;
    }

    synchronized TimeRange extent() {
        if (!ranged && frame.rows() > 0) {
            long first = Long.MAX_VALUE;
            long last = Long.MIN_VALUE;
            for (long at : frame.recordedAt()) {
                first = Math.min(first, at);
                last = Math.max(last, at);
            }
            extent = new TimeRange(first, last + 1);
        }
        ranged = true;
        return extent;
    }

    /**
     * Counting sort by agent, stable; agents whose rows did not arrive in time order are sorted
     * after it.
     */
    private void sort() {
        if (ordered) {
            return;
        }
        int[] agent = frame.agent();
        int[] start = new int[frame.agents().size() + 1];
        for (int code : agent) {
            start[code + 1]++;
        }
        for (int i = 1; i < start.length; i++) {
            start[i] += start[i - 1];
        }
        int[] next = start.clone();
        int[] rows = new int[agent.length];
        for (int row = 0; row < agent.length; row++) {
            rows[next[agent[row]]++] = row;
        }
        for (int a = 0; a + 1 < start.length; a++) {
            sortRuns(rows, start[a], start[a + 1]);
        }
        order = rows;
        starts = start;
        ordered = true;
    }

    private void sortRuns(int[] rows, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (compare(rows[i - 1], rows[i]) > 0) {
                Integer[] boxed = new Integer[to - from];
                Arrays.setAll(boxed, k -> rows[from + k]);
                Arrays.sort(boxed, this::compare);
                for (int k = 0; k < boxed.length; k++) {
                    rows[from + k] = boxed[k];
                }
                return;
            }
        }
    }

    /**
     * By recorded_at, then task_id; unsigned comparison of the two halves is the order of the text.
     */
    private int compare(int a, int b) {
        int byTime = Long.compare(frame.recordedAt()[a], frame.recordedAt()[b]);
        if (byTime != 0) {
            return byTime;
        }
        int byHigh = Long.compareUnsigned(frame.taskHi()[a], frame.taskHi()[b]);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(frame.taskLo()[a], frame.taskLo()[b]);
    }
}
