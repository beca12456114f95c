package org.fleetscope.quality;

import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.Rule;
import org.fleetscope.model.RuleViolation;
import tech.tablesaw.selection.Selection;

/** task_id is there and is a UUID. */
final class TaskIdRule implements RowRule {
    private static final String FIELD = "task_id";

    @Override
    public Rule rule() {
        return Rule.TASK_ID;
    }

    @Override
    public Selection violations(BatchTable batch, RuleContext context) {
        return batch.where(row -> (batch.flags().getInt(row) & KpiBatch.HAS_TASK) == 0);
    }

    @Override
    public RuleViolation describe(BatchRow row, RuleContext context) {
        return Found.value(this, row, FIELD, null, "a UUID");
    }
}
