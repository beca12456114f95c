package org.fleetscope.quality;

import java.util.function.DoublePredicate;
import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.RuleLimits;
import org.fleetscope.model.RuleViolation;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.selection.Selection;

/** A required metric within limits. NaN, which stands for missing and unreadable, breaks it. */
abstract class NumberRule implements RowRule {
    private final String metric;

    NumberRule(String metric) {
        this.metric = metric;
    }

    abstract DoubleColumn column(BatchTable batch);

    abstract double value(BatchRow row);

    /** True for values within limits, false for NaN. */
    abstract DoublePredicate within(RuleLimits limits);

    abstract String expected(RuleLimits limits);

    @Override
    public final boolean applies(RuleContext context) {
        return !context.limits().isAbsent(metric);
    }

    @Override
    public final Selection violations(BatchTable batch, RuleContext context) {
        Selection broken = column(batch).eval(within(context.limits()).negate());
        return context.limits().isOptional(metric) ? broken.andNot(missing(batch)) : broken;
    }

    /** Rows without a value, as opposed to those with one that could not be read. */
    private Selection missing(BatchTable batch) {
        Selection missing = column(batch).isMissing();
        for (KpiBatch.Problem problem : batch.batch().problems) {
            if (problem.field().equals(metric)) {
                missing.removeRange(problem.row(), problem.row() + 1);
            }
        }
        return missing;
    }

    @Override
    public final RuleViolation describe(BatchRow row, RuleContext context) {
        return Found.value(this, row, metric, Found.number(value(row)), expected(context.limits()));
    }
}
