package org.fleetscope.quality;

import java.util.function.DoublePredicate;
import org.fleetscope.frame.Columns;
import org.fleetscope.model.Rule;
import org.fleetscope.model.RuleLimits;
import tech.tablesaw.api.DoubleColumn;

/** memory_mb lies between 0 and a limit, both excluded. */
final class MemoryRangeRule extends NumberRule {
    MemoryRangeRule() {
        super(Columns.MEMORY_MB);
    }

    @Override
    public Rule rule() {
        return Rule.MEMORY_RANGE;
    }

    @Override
    DoubleColumn column(BatchTable batch) {
        return batch.memoryMb();
    }

    @Override
    double value(BatchRow row) {
        return row.batch().memoryMb[row.row()];
    }

    @Override
    DoublePredicate within(RuleLimits limits) {
        double max = limits.maxMemoryMb();
        return value -> value > 0 && value < max;
    }

    @Override
    String expected(RuleLimits limits) {
        return "more than 0 and below " + Found.plain(limits.maxMemoryMb()) + " MB";
    }
}
