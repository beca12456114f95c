package org.fleetscope.series;

import java.util.BitSet;
import org.fleetscope.analysis.Success;
import org.fleetscope.frame.Frame;

/**
 * Counts and sums over runs that are added, in order, so that the sums are those of one pass over
 * all of them. Not thread-safe.
 */
final class GrowingOutcomes {
    private final BitSet agents = new BitSet();
    private double runs;
    private double known;
    private double succeeded;
    private double accurate;
    private double accuracy;

    void add(Frame frame, Success success, int row) {
        runs++;
        agents.set(frame.agent()[row]);
        known += success.known(row) ? 1 : 0;
        succeeded += success.success(row) ? 1 : 0;
        double value = frame.accuracy()[row];
        if (!Double.isNaN(value)) {
            accurate++;
            accuracy += value;
        }
    }

    double runs() {
        return runs;
    }

    double agents() {
        return agents.cardinality();
    }

    /** Share of successes among runs with a known outcome; NaN without one. */
    double successRate() {
        return succeeded / known;
    }

    /** Mean; NaN without one. */
    double accuracy() {
        return accuracy / accurate;
    }
}
