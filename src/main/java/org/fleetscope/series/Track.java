package org.fleetscope.series;

import java.util.List;
import org.fleetscope.model.Metric;

/**
 * One metric of one agent over a time range, made for a given width. When the runs are few each run
 * is a point ({@code envelope} false: min = max = value, time = its recorded_at). When they are
 * many each entry is a pixel column with the lowest and highest value in it, so that no peak is
 * lost.
 *
 * @param time µs UTC, ascending: of the run, or the start of the column
 * @param min lowest value of the entry
 * @param max highest value of the entry
 * @param mean mean of the entry
 * @param band expected range of the baseline; empty when there is none
 * @param markers findings on this metric
 * @param runs runs behind the entries
 */
public record Track(
        Metric metric,
        boolean envelope,
        long[] time,
        double[] min,
        double[] max,
        double[] mean,
        List<Band> bands,
        List<Marker> markers,
        long runs) {

    /** Expected range over a stretch: constant for sigma, by hour of day for robust. */
    public record Band(
            String detector, long[] time, double[] lower, double[] typical, double[] upper) {}

    /**
     * A finding on a track. Findings in one pixel column are drawn as the worst of them.
     *
     * @param count findings it stands for
     */
    public record Marker(
            long time, double value, double severity, String detector, int runIndex, int count) {}
}
