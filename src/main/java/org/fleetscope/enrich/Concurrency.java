package org.fleetscope.enrich;

import java.util.Arrays;
import org.fleetscope.frame.Frame;

/**
 * How many runs of the same agent overlap each run, itself included: [recorded_at − latency,
 * recorded_at) of both share an instant. A run overlaps those that start before its end, less those
 * that ended by its start, since no run can end before it starts. O(n log n).
 *
 * <p>Times are counted in ns from the agent's first run, exact for latencies of up to six decimals
 * of a ms.
 */
final class Concurrency {
    private final Frame frame;
    private final int[] counts;

    Concurrency(Frame frame) {
        this.frame = frame;
        counts = new int[frame.rows()];
    }

    /** Counts by row of the frame; missing where the latency is, and such runs overlap nothing. */
    int[] compute() {
        int[] order = frame.agentOrder();
        int[] starts = frame.agentStarts();
        for (int agent = 0; agent + 1 < starts.length; agent++) {
            countAgent(order, starts[agent], starts[agent + 1]);
        }
        return counts;
    }

    private void countAgent(int[] order, int from, int to) {
        int[] rows = new int[to - from];
        int n = 0;
        for (int i = from; i < to; i++) {
            if (Double.isNaN(frame.latencyMs()[order[i]])) {
                counts[order[i]] = FeatureColumn.MISSING_INT;
            } else {
                rows[n++] = order[i];
            }
        }
        if (n == 0) {
            return;
        }
        long[] end = new long[n];
        long[] start = new long[n];
        long base = frame.recordedAt()[rows[0]];
        int perMicro = perMicro(frame.recordedAt()[rows[n - 1]] - base);
        for (int i = 0; i < n; i++) {
            end[i] = (frame.recordedAt()[rows[i]] - base) * perMicro;
            start[i] = end[i] - length(frame.latencyMs()[rows[i]], perMicro);
        }
        long[] sorted = start.clone();
        Arrays.sort(sorted);
        int started = 0;
        for (int i = 0; i < n; i++) {
            while (started < n && sorted[started] < end[i]) {
                started++;
            }
            counts[rows[i]] = started - endedBy(start[i], end, i);
        }
    }

    /** ns, or µs for an agent whose runs span centuries, where ns would overflow. */
    private static int perMicro(long span) {
        return span >= 0 && span < Long.MAX_VALUE / 4000 ? 1000 : 1;
    }

    private static long length(double latencyMs, int perMicro) {
        return Math.clamp(Math.round(latencyMs * (1000.0 * perMicro)), 1, Long.MAX_VALUE / 4);
    }

    /**
     * Runs that ended at or before an instant, none of them after {@code last}; gallops back, as
     * most are near.
     */
    private static int endedBy(long instant, long[] end, int last) {
        int step = 1;
        int upper = last;
        while (upper - step >= 0 && end[upper - step] > instant) {
            upper -= step;
            step <<= 1;
        }
        int lower = Math.max(upper - step, -1) + 1;
        while (lower < upper) {
            int middle = (lower + upper) >>> 1;
            if (end[middle] > instant) {
                upper = middle;
            } else {
                lower = middle + 1;
            }
        }
        return lower;
    }
}
