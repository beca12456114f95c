package org.fleetscope.quality;

import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.Rule;
import org.fleetscope.model.RuleViolation;
import tech.tablesaw.selection.Selection;

/** agent_id is there and is a UUID. */
final class AgentIdRule implements RowRule {
    private static final String FIELD = "agent_id";

    @Override
    public Rule rule() {
        return Rule.AGENT_ID;
    }

    @Override
    public Selection violations(BatchTable batch, RuleContext context) {
        return batch.where(row ->
                batch.agent().getInt(row) < 0
                        || (batch.flags().getInt(row) & KpiBatch.HAS_AGENT) == 0);
    }

    @Override
    public RuleViolation describe(BatchRow row, RuleContext context) {
        return Found.value(this, row, FIELD, null, "a UUID");
    }
}
