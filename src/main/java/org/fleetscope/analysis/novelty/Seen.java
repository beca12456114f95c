package org.fleetscope.analysis.novelty;

/**
 * A novel value and the range it left: that of the same feature over all rows before.
 *
 * @param value of the feature
 * @param sd population standard deviation, 0 when all before was alike
 */
public record Seen(double value, double mean, double sd, double min, double max) {
    /** Distance from the mean in standard deviations; infinite when all before was alike. */
    public double score() {
        return (value - mean) / sd;
    }
}
