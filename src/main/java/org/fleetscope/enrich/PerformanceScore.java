package org.fleetscope.enrich;

import org.fleetscope.frame.Frame;
import org.fleetscope.model.Unit;

/** Accuracy, speed among peers and thrift among peers in one number. */
final class PerformanceScore extends DoubleFeature {
    PerformanceScore() {
        super(
                "performance_score",
                "100·(0.5·accuracy + 0.3·L + 0.2·R), L = med(latency)/(med(latency) + latency), R = 1/(1 +"
                        + " resource_cost)",
                "0..100",
                "accuracy",
                "latency_ms",
                "cpu_usage",
                "memory_mb",
                "network_bytes");
    }

    @Override
    public Unit unit() {
        return Unit.SCORE;
    }

    @Override
    void fill(double[] to, EnrichInput input) {
        Frame frame = input.scope();
        ScoreWeights weights = input.settings().score();
        double[] accuracy = frame.accuracy();
        double[] latency = frame.latencyMs();
        double[] cost = input.resourceCost();
        double[] medians = input.mediansByType(Quantity.LATENCY);
        int[] type = frame.type();
        for (int row = 0; row < to.length; row++) {
            // 0/0 is NaN, as a missing value is; latency and cost are never negative.
            double speed = speed(latency[row], medians[type[row]]);
            to[row] =
                    100
                            * (weights.accuracy() * accuracy[row]
                                    + weights.latency() * speed
                                    + weights.resource() * thrift(cost[row]));
        }
    }

    private static double speed(double latency, double median) {
        return median / (median + latency);
    }

    private static double thrift(double cost) {
        return 1 / (1 + cost);
    }

    @Override
    public String why(int row, EnrichInput input) {
        ScoreWeights weights = input.settings().score();
        double latency = input.scope().latencyMs()[row];
        double median = input.median(Quantity.LATENCY, row);
        return "accuracy "
                + Numbers.text(input.scope().accuracy()[row])
                + " (weight "
                + Numbers.text(weights.accuracy())
                + "); latency_ms "
                + Quantity.LATENCY.text(latency)
                + ", peer median "
                + Quantity.LATENCY.text(median)
                + ", L "
                + Numbers.text(speed(latency, median))
                + " (weight "
                + Numbers.text(weights.latency())
                + "); "
                + new ResourceCost(input).why(row)
                + ", R "
                + Numbers.text(thrift(input.resourceCost()[row]))
                + " (weight "
                + Numbers.text(weights.resource())
                + "); peers: "
                + input.peers().describe(row);
    }
}
