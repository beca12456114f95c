package org.fleetscope.analysis;

import java.util.List;
import java.util.Map;
import org.fleetscope.frame.Frame;
import org.fleetscope.model.TimeRange;
import org.jspecify.annotations.Nullable;

/**
 * What a detector looks at.
 *
 * @param frame runs in scope
 * @param baseline range the expectation is learnt from; null for the whole frame
 * @param examined range whose runs are judged; null for the whole frame
 * @param metrics ids of the metrics that detectors of series look at; empty for the reported ones
 *     and throughput
 * @param complexity of each run's task, see {@link org.fleetscope.enrich.RunOutcomes}, NaN when
 *     unknown; empty when no task is known
 * @param thresholds values by {@link Threshold#id()}; what is absent has its default
 */
public record DetectorInput(
        Frame frame,
        @Nullable TimeRange baseline,
        @Nullable TimeRange examined,
        List<String> metrics,
        double[] complexity,
        Map<String, Double> thresholds) {
    public DetectorInput {
        metrics = List.copyOf(metrics);
        thresholds = Map.copyOf(thresholds);
        SeriesMetrics.requireKnown(frame, metrics);
    }

    /** All metrics, and nothing known of the tasks. */
    public DetectorInput(
            Frame frame,
            @Nullable TimeRange baseline,
            @Nullable TimeRange examined,
            Map<String, Double> thresholds) {
        this(frame, baseline, examined, List.of(), new double[0], thresholds);
    }

    /** The whole frame against itself, with default thresholds. */
    public static DetectorInput of(Frame frame) {
        return new DetectorInput(frame, null, null, Map.of());
    }

    public TimeRange baselineRange() {
        return baseline == null ? TimeRange.ALL : baseline;
    }

    public TimeRange examinedRange() {
        return examined == null ? TimeRange.ALL : examined;
    }

    /**
     * Value of a threshold.
     *
     * @throws IllegalArgumentException when the given value is not a positive finite number
     */
    public double value(Threshold threshold) {
        double value = thresholds.getOrDefault(threshold.id(), threshold.defaultValue());
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    threshold.id() + " must be a positive number, not " + value);
        }
        return value;
    }
}
