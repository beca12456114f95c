package org.fleetscope.quality;

import java.util.function.Function;
import java.util.function.ToLongBiFunction;
import java.util.function.ToLongFunction;
import org.fleetscope.model.Rule;
import org.fleetscope.model.RuleSettings;
import org.fleetscope.model.RuleSeverity;
import org.fleetscope.model.RuleViolation;
import org.fleetscope.model.Times;

/**
 * A time of a run keeps to a bound; a missing time or bound breaks nothing.
 *
 * @param field name of the time
 * @param isLatest whether the bound is the latest time allowed, else it is the earliest
 */
record TimeRule(
        Rule rule,
        Function<Run, String> field,
        ToLongFunction<Run> time,
        ToLongBiFunction<Run, RuleSettings> bound,
        boolean isLatest,
        String boundName)
        implements RunRule {
    @Override
    public boolean isBroken(Run run, RuleSettings settings) {
        long at = time.applyAsLong(run);
        long limit = bound.applyAsLong(run, settings);
        return at != Times.MISSING
                && limit != Times.MISSING
                && (isLatest ? at > limit : at < limit);
    }

    @Override
    public RuleViolation describe(Run run, RuleSettings settings) {
        String name = field.apply(run);
        String found = Times.iso(time.applyAsLong(run));
        return new RuleViolation(
                rule.id(),
                RuleSeverity.WARNING,
                name,
                found,
                name
                        + " is "
                        + found
                        + ", expected "
                        + (isLatest ? "at the latest " : "at the earliest ")
                        + boundName
                        + ", "
                        + Times.iso(bound.applyAsLong(run, settings)));
    }
}
