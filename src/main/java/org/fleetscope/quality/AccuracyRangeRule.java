package org.fleetscope.quality;

import java.util.function.DoublePredicate;
import org.fleetscope.frame.Columns;
import org.fleetscope.model.Rule;
import org.fleetscope.model.RuleLimits;
import tech.tablesaw.api.DoubleColumn;

/** accuracy lies between 0 and 1, both included. */
final class AccuracyRangeRule extends NumberRule {
    AccuracyRangeRule() {
        super(Columns.ACCURACY);
    }

    @Override
    public Rule rule() {
        return Rule.ACCURACY_RANGE;
    }

    @Override
    DoubleColumn column(BatchTable batch) {
        return batch.accuracy();
    }

    @Override
    double value(BatchRow row) {
        return row.batch().accuracy[row.row()];
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
