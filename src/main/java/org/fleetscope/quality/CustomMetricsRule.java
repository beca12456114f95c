package org.fleetscope.quality;

import java.util.Map;
import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.Metric;
import org.fleetscope.model.Rule;
import org.fleetscope.model.RuleLimits;
import org.fleetscope.model.RuleViolation;
import tech.tablesaw.selection.Selection;

/**
 * custom_metrics, when given, holds finite numbers of reasonable size under names of reasonable
 * length.
 */
final class CustomMetricsRule implements RowRule {
    private static final String FIELD = "custom_metrics";

    @Override
    public Rule rule() {
        return Rule.CUSTOM_METRICS;
    }

    @Override
    public Selection violations(BatchTable batch, RuleContext context) {
        RuleLimits limits = context.limits();
        double max = limits.maxCustomMagnitude();
        Selection broken =
                batch.having(KpiBatch.CUSTOM_BROKEN)
                        .or(
                                batch.customMagnitude()
                                        .eval(value -> value > max || Double.isInfinite(value)));
        batch.batch()
                .custom
                .forEach((name, values) -> {
                    if (!isNameAllowed(name, limits)) {
                        broken.or(batch.where(row -> !Double.isNaN(values[row])));
                    }
                });
        return broken;
    }

    @Override
    public RuleViolation describe(BatchRow row, RuleContext context) {
        RuleLimits limits = context.limits();
        String expected =
                "an object with keys of 1 to "
                        + limits.maxCustomKeyLength()
                        + " characters and finite numbers of magnitude up to "
                        + limits.maxCustomMagnitude()
                        + ", or nothing";
        KpiBatch.Problem problem = row.problem(FIELD);
        if (problem != null) {
            String found = Found.cut(problem.found());
            return Found.violation(this, problem.field(), found, "is " + found, expected);
        }
        for (Map.Entry<String, double[]> metric : row.batch().custom.entrySet()) {
            double value = metric.getValue()[row.row()];
            boolean tooLarge =
                    Math.abs(value) > limits.maxCustomMagnitude() || Double.isInfinite(value);
            boolean misnamed = !Double.isNaN(value) && !isNameAllowed(metric.getKey(), limits);
            if (tooLarge || misnamed) {
                String found = Found.plain(value);
                String name = Found.cut(Metric.CUSTOM_PREFIX + metric.getKey());
                return Found.violation(this, name, found, "is " + found, expected);
            }
        }
        String text = row.batch().customText(row.row());
        return Found.value(this, row, FIELD, text == null ? null : Found.cut(text), expected);
    }

    private static boolean isNameAllowed(String name, RuleLimits limits) {
        return !name.isEmpty()
                && name.codePointCount(0, name.length()) <= limits.maxCustomKeyLength();
    }
}
