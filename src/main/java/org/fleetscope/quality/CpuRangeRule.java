package org.fleetscope.quality;

import java.util.function.DoublePredicate;
import org.fleetscope.frame.Columns;
import org.fleetscope.model.Rule;
import org.fleetscope.model.RuleLimits;
import tech.tablesaw.api.DoubleColumn;

/** cpu_usage lies between 0 and 1, both included. */
final class CpuRangeRule extends NumberRule {
    CpuRangeRule() {
        super(Columns.CPU_USAGE);
    }

    @Override
    public Rule rule() {
        return Rule.CPU_RANGE;
    }

    @Override
    DoubleColumn column(BatchTable batch) {
        return batch.cpuUsage();
    }

    @Override
    double value(BatchRow row) {
        return row.batch().cpuUsage[row.row()];
    }

    @Override
    DoublePredicate within(RuleLimits limits) {
        return value -> value >= 0 && value <= 1;
    }

    @Override
    String expected(RuleLimits limits) {
        return "a fraction from 0 to 1";
    }
}
