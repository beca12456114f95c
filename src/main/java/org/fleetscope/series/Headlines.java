package org.fleetscope.series;

import org.fleetscope.analysis.Success;
import org.fleetscope.frame.Frame;
import org.fleetscope.frame.Quantiles;

/**
 * Numbers over all runs of a period; NaN when missing, as all but the counts are in a period
 * without runs.
 *
 * @param agents agents with a run
 */
record Headlines(
        double runs,
        double agents,
        double successRate,
        double p50,
        double p95,
        double p99,
        double accuracy) {

    static final Headlines NONE =
            new Headlines(
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    Double.NaN);

    static Headlines of(Frame frame, Success success) {
        double[] latencies = new double[frame.rows()];
        boolean[] seen = new boolean[frame.agents().size()];
        int n = 0;
        int agents = 0;
        double known = 0;
        double succeeded = 0;
        double accurate = 0;
        double accuracy = 0;
        for (int row = 0; row < frame.rows(); row++) {
            double latency = frame.latencyMs()[row];
            if (!Double.isNaN(latency)) {
                latencies[n++] = latency;
            }
            int agent = frame.agent()[row];
            if (!seen[agent]) {
                seen[agent] = true;
                agents++;
            }
            known += success.known(row) ? 1 : 0;
            succeeded += success.success(row) ? 1 : 0;
            double value = frame.accuracy()[row];
            if (!Double.isNaN(value)) {
                accurate++;
                accuracy += value;
            }
        }
        double[] quantiles = Quantiles.of(latencies, 0, n, 0.50, 0.95, 0.99);
        return new Headlines(
                frame.rows(),
                agents,
                succeeded / known,
                quantiles[0],
                quantiles[1],
                quantiles[2],
                accuracy / accurate);
    }
}
