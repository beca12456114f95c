package org.fleetscope.enrich;

/** Accuracy gained per second, against what is typical of peers. */
final class EfficiencyRatio extends DoubleFeature {
    EfficiencyRatio() {
        super(
                "efficiency_ratio",
                "(accuracy/seconds) / med(accuracy/seconds), seconds = latency_ms/1000",
                "≥ 0, 1 = typical peer",
                "accuracy",
                "latency_ms");
    }

    @Override
    void fill(double[] to, EnrichInput input) {
        double[] rate = input.values(Quantity.ACCURACY_RATE);
        double[] medians = input.mediansByType(Quantity.ACCURACY_RATE);
        int[] type = input.scope().type();
        for (int row = 0; row < to.length; row++) {
            double median = medians[type[row]];
            to[row] = median == 0 ? Double.NaN : rate[row] / median;
        }
    }

    @Override
    public String why(int row, EnrichInput input) {
        return "accuracy "
                + Numbers.text(input.scope().accuracy()[row])
                + " in "
                + Quantity.LATENCY.text(input.scope().latencyMs()[row])
                + " is "
                + Quantity.ACCURACY_RATE.text(input.values(Quantity.ACCURACY_RATE)[row])
                + ", peer median "
                + Quantity.ACCURACY_RATE.text(input.median(Quantity.ACCURACY_RATE, row))
                + "; peers: "
                + input.peers().describe(row);
    }
}
