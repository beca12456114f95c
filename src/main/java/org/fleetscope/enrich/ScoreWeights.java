package org.fleetscope.enrich;

/**
 * Weights of the parts of performance_score; none negative, together 1, so that the score ends at
 * 100.
 */
public record ScoreWeights(double accuracy, double latency, double resource) {
    public static final ScoreWeights DEFAULTS = new ScoreWeights(0.5, 0.3, 0.2);

    public ScoreWeights {
        boolean positive = accuracy >= 0 && latency >= 0 && resource >= 0;
        if (!positive || !(Math.abs(accuracy + latency + resource - 1) < 1e-9)) {
            throw new IllegalArgumentException(
                    "weights of performance_score must not be negative and sum to 1, not "
                            + accuracy
                            + ", "
                            + latency
                            + ", "
                            + resource);
        }
    }
}
