package org.fleetscope.quality;

import org.fleetscope.model.RuleSeverity;
import org.fleetscope.model.RuleViolation;
import tech.tablesaw.selection.Selection;

/** A rule about one KPI row. Stateless, so that one instance serves all threads. */
public interface RowRule {
    /** Id as in the rule list, see {@link RuleIds}. */
    String id();

    default RuleSeverity severity() {
        return RuleSeverity.ERROR;
    }

    /** One line: what holds for a good row. */
    String explanation();

    /** Whether the rule is on: off for metrics declared absent, for instance. */
    default boolean applies(RuleContext context) {
        return true;
    }

    /** The rows that break the rule, in a selection of the caller's own. */
    Selection violations(BatchTable batch, RuleContext context);

    /** What was found in a row that breaks the rule, and what was expected. */
    RuleViolation describe(BatchRow row, RuleContext context);
}
