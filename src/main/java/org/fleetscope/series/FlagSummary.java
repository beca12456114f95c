package org.fleetscope.series;

import java.util.List;
import org.fleetscope.model.Rule;

/**
 * Rule by rule, how many of the runs in a scope broke it although they were kept, and when.
 *
 * @param runs runs in scope
 * @param flaggedRuns runs that broke at least one rule
 * @param buckets stretches of recorded_at that the trends count in
 * @param runsPerBucket runs in each
 * @param rules rules that any run broke, in the order of the rule list
 */
public record FlagSummary(
        long runs, long flaggedRuns, Buckets buckets, long[] runsPerBucket, List<OfRule> rules) {
    /**
     * One rule.
     *
     * @param count runs that broke it
     * @param perBucket of them in each bucket
     * @param firstRuns indices of the first of them, as in {@link
     *     org.fleetscope.model.Finding#runIndex()}
     */
    public record OfRule(Rule rule, long count, long[] perBucket, int[] firstRuns) {}

    public FlagSummary {
        rules = List.copyOf(rules);
    }

    /** Share of the runs in scope that broke a rule, 0..1; NaN without runs. */
    public double share(OfRule rule) {
        return runs == 0 ? Double.NaN : (double) rule.count() / runs;
    }
}
