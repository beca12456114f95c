package org.fleetscope.workspace;

import java.util.List;

/**
 * A cut through the runs of a scope.
 *
 * @param by dimensions: agent, type, host, priority, layer, minute, 5min, 15min, hour, 6h, day,
 *     week, weekday, hour_of_day, custom.NAME, custom.NAME:WIDTH; none for all runs as one
 * @param measures count, success_rate, mean(x), sd(x), min(x), max(x), sum(x), p1(x) to p99(x) with
 *     x a metric, a custom metric or a feature; empty for the usual ones
 * @param comparison earlier periods that stand beside each measure
 */
public record AggregateRequest(
        List<String> by, List<String> measures, PeriodComparison comparison) {
    public AggregateRequest {
        by = List.copyOf(by);
        measures = List.copyOf(measures);
    }

    /** A cut that is compared with nothing. */
    public AggregateRequest(List<String> by, List<String> measures) {
        this(by, measures, PeriodComparison.NONE);
    }
}
