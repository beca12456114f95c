package org.fleetscope.analysis;

import java.util.Arrays;
import org.fleetscope.frame.Frame;

/**
 * The one order of findings: severity descending, then recorded_at, task_id, metric and detector
 * ascending.
 */
final class FindingOrder {
    private final FindingColumns columns;
    private final Frame frame;

    FindingOrder(FindingColumns columns) {
        this.columns = columns;
        this.frame = columns.frame;
    }

    /**
     * Sorts by the leading bits of the severity with the index in the trailing ones, which needs no
     * objects, and then orders exactly the few that agree in those bits.
     */
    int[] mostSevereFirst() {
        int n = columns.size;
        int indexBits = 32 - Integer.numberOfLeadingZeros(n);
        long indexMask = (1L << indexBits) - 1;
        long[] keys = new long[n];
        for (int i = 0; i < n; i++) {
            // Bits of doubles ≥ 0 have the order of the numbers; their complement the reverse.
            long descending = Long.MAX_VALUE - Double.doubleToLongBits(columns.severity[i]);
            keys[i] = (descending & ~indexMask) | i;
        }
        Arrays.sort(keys);
        int[] order = new int[n];
        int from = 0;
        for (int i = 0; i < n; i++) {
            order[i] = (int) (keys[i] & indexMask);
            if (i + 1 == n || (keys[i] & ~indexMask) != (keys[i + 1] & ~indexMask)) {
                sortExactly(order, from, i + 1);
                from = i + 1;
            }
        }
        return order;
    }

    private void sortExactly(int[] order, int from, int to) {
        if (to - from < 2) {
            return;
        }
        Integer[] boxed = new Integer[to - from];
        Arrays.setAll(boxed, k -> order[from + k]);
        Arrays.sort(boxed, this::compare);
        for (int k = 0; k < boxed.length; k++) {
            order[from + k] = boxed[k];
        }
    }

    private int compare(int a, int b) {
        int bySeverity = Double.compare(columns.severity[b], columns.severity[a]);
        if (bySeverity != 0) {
            return bySeverity;
        }
        int left = columns.run[a];
        int right = columns.run[b];
        int byTime = Long.compare(frame.recordedAt()[left], frame.recordedAt()[right]);
        if (byTime != 0) {
            return byTime;
        }
        int byHigh = Long.compareUnsigned(frame.taskHi()[left], frame.taskHi()[right]);
        int byTask =
                byHigh != 0
                        ? byHigh
                        : Long.compareUnsigned(frame.taskLo()[left], frame.taskLo()[right]);
        if (byTask != 0) {
            return byTask;
        }
        int byMetric =
                columns.metrics
                        .get(columns.metric[a])
                        .compareTo(columns.metrics.get(columns.metric[b]));
        return byMetric != 0
                ? byMetric
                : columns.detectors
                        .get(columns.detector[a])
                        .compareTo(columns.detectors.get(columns.detector[b]));
    }
}
