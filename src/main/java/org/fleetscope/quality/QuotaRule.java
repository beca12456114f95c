package org.fleetscope.quality;

import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import org.fleetscope.model.ResourceQuota;
import org.fleetscope.model.Rule;
import org.fleetscope.model.RuleSettings;
import org.fleetscope.model.RuleSeverity;
import org.fleetscope.model.RuleViolation;

/**
 * What a run used is at most what its task allows; a missing quantity or quota breaks nothing.
 *
 * @param quantity what was measured, named in the sentence
 * @param limitName name of the quota
 */
record QuotaRule(
        Rule rule,
        String field,
        String quantity,
        String unit,
        ToDoubleFunction<Run> used,
        String limitName,
        ToDoubleBiFunction<ResourceQuota, Run> limit)
        implements RunRule {
    @Override
    public boolean isBroken(Run run, RuleSettings settings) {
        return used.applyAsDouble(run) > allowed(run);
    }

    /** NaN when the task is unknown or sets no such quota. */
    private double allowed(Run run) {
        TaskFacts task = run.task();
        ResourceQuota quota = task == null ? null : task.quota();
        return quota == null ? Double.NaN : limit.applyAsDouble(quota, run);
    }

    @Override
    public RuleViolation describe(Run run, RuleSettings settings) {
        String found = Found.plain(used.applyAsDouble(run));
        return new RuleViolation(
                rule.id(),
                RuleSeverity.WARNING,
                field,
                found,
                quantity
                        + " is "
                        + found
                        + unit
                        + ", expected at most "
                        + limitName
                        + ", "
                        + Found.plain(allowed(run))
                        + unit);
    }
}
