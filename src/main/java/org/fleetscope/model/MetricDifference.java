package org.fleetscope.model;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a metric differs between two sets of runs, A and B. Values in the metric's unit; NaN where
 * they can't be told.
 *
 * @param agent the agent compared with itself; null for all runs
 * @param metric id of the metric
 * @param a runs of A with a value
 * @param b runs of B with a value
 * @param difference mean of B less mean of A, as they are
 * @param adjusted the same within equal task mixes (type × priority), the mixes of both together
 * @param low lower end of the 95 % confidence interval of {@code adjusted}
 * @param high upper end of it
 * @param effect {@code adjusted} in pooled standard deviations within mixes (Cohen's d)
 * @param p two-sided probability of so large an adjusted difference by chance
 * @param pCorrected the same, corrected for all comparisons made (Holm)
 * @param compared share of the runs of both whose mix is in both
 */
public record MetricDifference(
        @Nullable UUID agent,
        String metric,
        Side a,
        Side b,
        double difference,
        double adjusted,
        double low,
        double high,
        double effect,
        double p,
        double pCorrected,
        double compared,
        Verdict verdict) {
    /** Largest corrected probability that still counts as a difference. */
    public static final double SIGNIFICANT = 0.05;

    /** The same with its probability corrected and what it means. */
    public MetricDifference judged(double corrected, Verdict meaning) {
        return new MetricDifference(
                agent,
                metric,
                a,
                b,
                difference,
                adjusted,
                low,
                high,
                effect,
                p,
                corrected,
                compared,
                meaning);
    }

    /** One of the two sets. */
    public record Side(long runs, double mean, double median) {}

    /** What the difference means for the person. */
    public enum Verdict {
        /** Significantly in the bad direction. */
        WORSE,
        /** Significantly in the good direction. */
        BETTER,
        /** Significantly different, in a metric without a good direction. */
        CHANGED,
        /** No significant difference. */
        SAME,
        /** Too few runs, or no mix in both. */
        UNKNOWN
    }
}
