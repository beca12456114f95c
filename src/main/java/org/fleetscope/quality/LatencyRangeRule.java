package org.fleetscope.quality;

import java.util.function.DoublePredicate;
import org.fleetscope.frame.Columns;
import org.fleetscope.model.Rule;
import org.fleetscope.model.RuleLimits;
import tech.tablesaw.api.DoubleColumn;

/** latency_ms lies between 0 and a limit, both excluded. */
final class LatencyRangeRule extends NumberRule {
    LatencyRangeRule() {
        super(Columns.LATENCY_MS);
    }

    @Override
    public Rule rule() {
        return Rule.LATENCY_RANGE;
    }

    @Override
    DoubleColumn column(BatchTable batch) {
        return batch.latencyMs();
    }

    @Override
    double value(BatchRow row) {
        return row.batch().latencyMs[row.row()];
    }

    @Override
    DoublePredicate within(RuleLimits limits) {
        double max = limits.maxLatencyMs();
        return value -> value > 0 && value < max;
    }

    @Override
    String expected(RuleLimits limits) {
        return "more than 0 and below " + Found.plain(limits.maxLatencyMs()) + " ms";
    }
}
