package org.fleetscope.series;

import java.util.Arrays;
import org.fleetscope.analysis.Success;
import org.fleetscope.frame.Frame;
import org.fleetscope.frame.GrowingQuantiles;
import org.fleetscope.frame.Quantiles;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a timeline that runs are added to. Its latencies are sorted only when one comes
 * behind the first quantiles, which those of the past never do. Not thread-safe.
 */
final class GrowingBucket {
    private final GrowingOutcomes outcomes = new GrowingOutcomes();
    private double[] first = new double[0];
    private int firsts;
    private @Nullable GrowingQuantiles sorted;
    private double @Nullable [] quantiles;
    private boolean changed;

    void add(Frame frame, Success success, int row) {
        outcomes.add(frame, success, row);
        double latency = frame.latencyMs()[row];
        if (Double.isNaN(latency)) {
            return;
        }
        if (quantiles == null) {
            if (firsts == first.length) {
                first = Arrays.copyOf(first, Math.max(8, 2 * firsts));
            }
            first[firsts++] = latency;
            return;
        }
        GrowingQuantiles known = sorted;
        if (known == null) {
            known = new GrowingQuantiles(Arrays.copyOf(first, firsts));
            sorted = known;
            first = new double[0];
        }
        known.add(latency);
        changed = true;
    }

    GrowingOutcomes outcomes() {
        return outcomes;
    }

    /** Quantiles 0.50, 0.95 and 0.99 of latency, ms; NaN each without one. */
    double[] quantiles() {
        double[] known = quantiles;
        GrowingQuantiles values = sorted;
        if (known == null) {
            known = Quantiles.of(first, 0, firsts, 0.50, 0.95, 0.99);
        } else if (changed && values != null) {
            known = new double[] {values.of(0.50), values.of(0.95), values.of(0.99)};
        }
        changed = false;
        quantiles = known;
        return known;
    }
}
