package org.fleetscope.enrich;

/**
 * Weights of the terms of resource_cost; none negative, scaled to sum to 1 over the terms that a
 * run has.
 */
public record CostWeights(double cpu, double memory, double network) {
    public static final CostWeights DEFAULTS = new CostWeights(0.5, 0.3, 0.2);

    public CostWeights {
        boolean positive = cpu >= 0 && memory >= 0 && network >= 0;
        double sum = cpu + memory + network;
        if (!positive || !(sum > 0) || Double.isInfinite(sum)) {
            throw new IllegalArgumentException(
                    "weights of resource_cost must not be negative and not all 0, not "
                            + cpu
                            + ", "
                            + memory
                            + ", "
                            + network);
        }
    }
}
