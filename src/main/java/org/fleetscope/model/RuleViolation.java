package org.fleetscope.model;

import org.jspecify.annotations.Nullable;

/**
 * One rule that one row broke.
 *
 * @param ruleId id as in the rule list, {@code latency-range} for instance
 * @param field the field concerned, in the names of the domain; empty when it is the whole row
 * @param value what was found, as text; null when nothing was there
 * @param message one sentence: what was found, what was expected
 */
public record RuleViolation(
        String ruleId,
        RuleSeverity severity,
        String field,
        @Nullable String value,
        String message) {
    /** The same with another severity. */
    public RuleViolation as(RuleSeverity other) {
        return other == severity ? this : new RuleViolation(ruleId, other, field, value, message);
    }
}
