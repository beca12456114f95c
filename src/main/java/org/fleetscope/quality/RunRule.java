package org.fleetscope.quality;

import org.fleetscope.model.Rule;
import org.fleetscope.model.RuleSettings;
import org.fleetscope.model.RuleViolation;

/** A rule that holds a run against its task, its agent or its result. Stateless. */
interface RunRule {
    Rule rule();

    /** False as well for a run of which too little is known to tell. */
    boolean isBroken(Run run, RuleSettings settings);

    /** What was found in a run that breaks the rule, and what was expected. */
    RuleViolation describe(Run run, RuleSettings settings);
}
