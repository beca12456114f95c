package org.fleetscope.series;

import java.util.Arrays;
import org.fleetscope.frame.Frame;
import org.fleetscope.frame.Quantiles;
import org.fleetscope.model.TimeRange;

/**
 * One agent's latencies in the order of its runs, until a quantile reorders the stretch it was
 * asked of.
 */
final class AgentLatencies {
    private static final int FEWEST_TO_COMPARE = 5;

    private final double[] values;
    private final long[] at;
    private final int size;

    AgentLatencies(Frame frame, int[] rows) {
        values = new double[rows.length];
        at = new long[rows.length];
        int n = 0;
        for (int row : rows) {
            if (!Double.isNaN(frame.latencyMs()[row])) {
                values[n] = frame.latencyMs()[row];
                at[n++] = frame.recordedAt()[row];
            }
        }
        size = n;
    }

    /** Per bucket; reorders within buckets only. */
    double[] medians(Buckets buckets) {
        double[] medians = new double[buckets.count()];
        Arrays.fill(medians, Double.NaN);
        int from = 0;
        while (from < size) {
            int bucket = buckets.indexOf(at[from]);
            long end = buckets.start(bucket + 1);
            int to = from + 1;
            while (to < size && at[to] < end) {
                to++;
            }
            if (bucket >= 0 && bucket < medians.length) {
                medians[bucket] = Quantiles.median(values, from, to);
            }
            from = to;
        }
        return medians;
    }

    /**
     * Of the median between the halves, NaN when one has too few runs. Must come after {@link
     * #medians}.
     */
    double change(TimeRange range) {
        long middle = range.from() + range.length() / 2;
        double[] first = new double[size];
        double[] second = new double[size];
        int early = 0;
        int late = 0;
        for (int i = 0; i < size; i++) {
            if (at[i] < middle) {
                first[early++] = values[i];
            } else {
                second[late++] = values[i];
            }
        }
        if (early < FEWEST_TO_COMPARE || late < FEWEST_TO_COMPARE) {
            return Double.NaN;
        }
        return Quantiles.median(second, 0, late) / Quantiles.median(first, 0, early) - 1;
    }

    double[] quantiles() {
        return Quantiles.of(values, 0, size, 0.50, 0.95);
    }
}
