package org.fleetscope.model;

import java.util.List;

/**
 * How an import differs from the imports before it.
 *
 * @param importId number of the import
 * @param runs its runs that were kept
 * @param earlierRuns runs of the imports before it
 * @param metrics per metric and agent type, all types together first
 * @param rules rules that rows of either broke, in the order of the rule list
 * @param dimensions agents, hosts and agent types that came or went
 */
public record Drift(
        long importId,
        long runs,
        long earlierRuns,
        List<OfMetric> metrics,
        List<OfRule> rules,
        List<OfDimension> dimensions) {
    /** Stands for all agent types together. */
    public static final String ALL_TYPES = "";

    /**
     * A metric of the runs of one agent type. NaN where a side has no values.
     *
     * @param metric its id
     * @param agentType {@link #ALL_TYPES} for all together
     * @param runs runs of the import of that type
     * @param d Kolmogorov–Smirnov distance of the import's values from the earlier ones
     * @param p its probability under equal distributions
     * @param mean mean of the import's values, in the metric's unit
     * @param missing share of the import's runs without a value, 0..1
     */
    public record OfMetric(
            String metric,
            String agentType,
            long runs,
            long earlierRuns,
            double d,
            double p,
            double mean,
            double earlierMean,
            double missing,
            double earlierMissing) {
        /** By how much the mean moved, in the metric's unit. */
        public double meanShift() {
            return mean - earlierMean;
        }
    }

    /**
     * A rule.
     *
     * @param broken rows of the import that broke it
     * @param rate of all its rows read, 0..1; NaN when it read none
     */
    public record OfRule(
            Rule rule, long broken, double rate, long earlierBroken, double earlierRate) {}

    /**
     * Values of a dimension, sorted.
     *
     * @param dimension agent, host or type
     * @param appeared values of the import that no earlier one had
     * @param gone values of earlier imports that this one has not
     */
    public record OfDimension(String dimension, List<String> appeared, List<String> gone) {
        public OfDimension {
            appeared = List.copyOf(appeared);
            gone = List.copyOf(gone);
        }
    }

    public Drift {
        metrics = List.copyOf(metrics);
        rules = List.copyOf(rules);
        dimensions = List.copyOf(dimensions);
    }
}
