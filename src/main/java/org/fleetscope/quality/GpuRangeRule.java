package org.fleetscope.quality;

import org.fleetscope.frame.Columns;
import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.Rule;
import org.fleetscope.model.RuleViolation;
import tech.tablesaw.selection.Selection;

/** gpu_utilization, wherever it stands in a row, is a fraction. */
final class GpuRangeRule implements RowRule {
    @Override
    public Rule rule() {
        return Rule.GPU_RANGE;
    }

    @Override
    public Selection violations(BatchTable batch, RuleContext context) {
        return batch.gpu()
                .eval(value -> value < 0 || value > 1)
                .or(batch.having(KpiBatch.GPU_BROKEN));
    }

    @Override
    public RuleViolation describe(BatchRow row, RuleContext context) {
        double gpu = row.batch().gpu[row.row()];
        String read = gpu < 0 || gpu > 1 ? Found.plain(gpu) : null;
        return Found.value(
                this, row, Columns.GPU_UTILIZATION, read, "a fraction from 0 to 1, or nothing");
    }
}
