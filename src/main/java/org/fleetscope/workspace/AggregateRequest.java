package org.fleetscope.workspace;

import java.util.List;

/**
 * A cut through the runs of a scope.
 *
 * @param by dimensions: agent, type, host, priority, layer, minute, hour, day, weekday, hour_of_day
 * @param measures count, success_rate, mean(x), sd(x), min(x), max(x), sum(x), p50(x), p95(x),
 *     p99(x) with x a metric, a custom metric or a feature; empty for the usual ones
 */
public record AggregateRequest(List<String> by, List<String> measures) {
    public AggregateRequest {
        by = List.copyOf(by);
        measures = List.copyOf(measures);
    }
}
