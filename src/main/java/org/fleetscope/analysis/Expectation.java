package org.fleetscope.analysis;

/**
 * Range a detector expects of one agent's metric: one entry when it is the same all day, else 24,
 * one an hour of the UTC day. Values in the metric's unit; a value outside [lower, upper] is
 * flagged.
 *
 * @param detector id of the detector
 * @param metric id of the metric
 */
public record Expectation(
        String detector, String metric, double[] lower, double[] typical, double[] upper) {
    public Expectation {
        if (lower.length != typical.length
                || upper.length != typical.length
                || (typical.length != 1 && typical.length != 24)) {
            throw new IllegalArgumentException(
                    "an expectation has 1 or 24 entries, not " + typical.length);
        }
    }

    /** True when it differs from hour to hour. */
    public boolean hourly() {
        return typical.length == 24;
    }
}
