package org.fleetscope.series;

import java.util.List;
import org.fleetscope.model.Metric;
import org.fleetscope.model.TimeRange;

/** The runs of one agent inside a brushed range against those outside it, in scope. */
public record BrushStatistics(
        TimeRange inside,
        long runsInside,
        long runsOutside,
        List<Row> rows,
        List<RunSummary> runs) {
    /** One metric; NaN where a side has no value. */
    public record Row(
            Metric metric,
            double meanInside,
            double meanOutside,
            double medianInside,
            double medianOutside,
            double sdInside,
            double sdOutside) {}
}
