package org.fleetscope.quality;

import org.fleetscope.model.Rule;
import org.fleetscope.model.RuleViolation;
import tech.tablesaw.selection.Selection;

/** A rule about one KPI row. Stateless, so that one instance serves all threads. */
public interface RowRule {
    /** Which rule of the list it judges. */
    Rule rule();

    /** Whether there is anything to ask: not of metrics declared absent, for instance. */
    default boolean applies(RuleContext context) {
        return true;
    }

    /** The rows that break the rule, in a selection of the caller's own. */
    Selection violations(BatchTable batch, RuleContext context);

    /**
     * What was found in a row that breaks the rule, and what was expected; as an error, whatever
     * the rule is set to.
     */
    RuleViolation describe(BatchRow row, RuleContext context);
}
