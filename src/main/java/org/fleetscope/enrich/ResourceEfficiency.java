package org.fleetscope.enrich;

/** Accuracy against what it cost. */
final class ResourceEfficiency extends DoubleFeature {
    ResourceEfficiency() {
        super(
                "resource_efficiency",
                "accuracy / (accuracy + resource_cost); missing if both are 0",
                "0..1",
                "accuracy",
                "latency_ms",
                "cpu_usage",
                "memory_mb",
                "network_bytes");
    }

    @Override
    void fill(double[] to, EnrichInput input) {
        double[] accuracy = input.scope().accuracy();
        double[] cost = input.resourceCost();
        for (int row = 0; row < to.length; row++) {
            // 0/0 is NaN: missing if both are 0.
            to[row] = accuracy[row] / (accuracy[row] + cost[row]);
        }
    }

    @Override
    public String why(int row, EnrichInput input) {
        return "accuracy "
                + Numbers.text(input.scope().accuracy()[row])
                + "; "
                + new ResourceCost(input).why(row)
                + "; peers: "
                + input.peers().describe(row);
    }
}
