package org.fleetscope.series;

import org.fleetscope.model.Unit;

/**
 * A headline number of the overview.
 *
 * @param id "runs", "agents", "success_rate", "latency_p50", "latency_p95", "latency_p99",
 *     "accuracy", "anomalies", "quarantined", "health"
 * @param value value in scope, NaN when missing
 * @param previous value in the equal period just before, NaN when there is none
 * @param note what stands under the number beside the change; may be empty
 * @param spark value per bucket of the timeline, NaN for gaps; empty when there is no course
 * @param goodWhenHigh +1 a rise is good, −1 a rise is bad, 0 neither
 */
public record Tile(
        String id,
        String label,
        double value,
        double previous,
        Unit unit,
        String note,
        double[] spark,
        int goodWhenHigh) {}
