package org.fleetscope.enrich;

import java.util.StringJoiner;

/**
 * resource_cost of runs: the weighted mean of cpu_s, mem_s and net, each over its peer median. A
 * term whose median is 0 or missing, or that is missing for the run, leaves and the others share
 * its weight; a run without any term has no cost.
 */
final class ResourceCost {
    private final EnrichInput input;
    private final Quantity[] quantities = {
        Quantity.CPU_SECONDS, Quantity.MEMORY_SECONDS, Quantity.NETWORK
    };
    private final double[] weights;

    ResourceCost(EnrichInput input) {
        this.input = input;
        CostWeights cost = input.settings().cost();
        weights = new double[] {cost.cpu(), cost.memory(), cost.network()};
    }

    double[] compute() {
        int rows = input.scope().rows();
        double[] sum = new double[rows];
        double[] weight = new double[rows];
        int[] type = input.scope().type();
        for (int term = 0; term < weights.length; term++) {
            double[] values = input.values(quantities[term]);
            double[] medians = input.mediansByType(quantities[term]);
            double share = weights[term];
            for (int row = 0; row < rows; row++) {
                double ratio = values[row] / medians[type[row]];
                // A median of 0 gives an infinite ratio, or NaN over a value of 0.
                if (Math.abs(ratio) <= Double.MAX_VALUE) {
                    sum[row] += share * ratio;
                    weight[row] += share;
                }
            }
        }
        for (int row = 0; row < rows; row++) {
            sum[row] = weight[row] == 0 ? Double.NaN : sum[row] / weight[row];
        }
        return sum;
    }

    /** The terms of a run, {@code cpu_s 0.12 s (median 0.1 s)}, and those that left. */
    String why(int row) {
        StringJoiner terms = new StringJoiner(", ");
        for (int term = 0; term < weights.length; term++) {
            Quantity quantity = quantities[term];
            double value = input.values(quantity)[row];
            double median = input.median(quantity, row);
            boolean counts = !Double.isNaN(value) && median != 0 && !Double.isNaN(median);
            terms.add(
                    quantity.label()
                            + " "
                            + quantity.text(value)
                            + " (median "
                            + quantity.text(median)
                            + (counts
                                    ? ", weight " + Numbers.text(weights[term]) + ")"
                                    : ", left out)"));
        }
        return "resource_cost " + Numbers.text(input.resourceCost()[row]) + " from " + terms;
    }
}
