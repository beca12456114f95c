package org.fleetscope.quality;

import java.util.function.Function;
import java.util.function.Predicate;
import org.fleetscope.model.Rule;
import org.fleetscope.model.RuleSettings;
import org.fleetscope.model.RuleSeverity;
import org.fleetscope.model.RuleViolation;

/**
 * An id of a run names something that is loaded.
 *
 * @param isLoaded whether any of that kind are loaded, without which nothing is asked
 */
record ReferenceRule(
        Rule rule,
        String field,
        String kind,
        Predicate<Facts> isLoaded,
        Function<Run, Object> id,
        Predicate<Run> isKnown)
        implements RunRule {
    @Override
    public boolean isBroken(Run run, RuleSettings settings) {
        return isLoaded.test(run.facts()) && !isKnown.test(run);
    }

    @Override
    public RuleViolation describe(Run run, RuleSettings settings) {
        String found = id.apply(run).toString();
        return new RuleViolation(
                rule.id(),
                RuleSeverity.WARNING,
                field,
                found,
                field + " is " + found + ", expected the id of " + kind + " that is loaded");
    }
}
