package org.fleetscope.analysis;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.fleetscope.frame.Frame;
import org.fleetscope.job.Lazy;
import org.fleetscope.model.TimeRange;
import org.jspecify.annotations.Nullable;

/**
 * What a detector looks at, and what several of them derive from it, each piece once when first
 * asked for. Thread-safe.
 */
public final class DetectorInput {
    private final Frame frame;
    private final @Nullable TimeRange baseline;
    private final @Nullable TimeRange examined;
    private final List<String> metrics;
    private final double[] complexity;
    private final Map<String, Double> thresholds;
    private final Lazy<AgentSlots> slots = new Lazy<>();
    private final Lazy<PeerAgents> peers = new Lazy<>();
    private final Map<String, Lazy<PeerSeries>> series = new ConcurrentHashMap<>();

    /**
     * @param frame runs in scope
     * @param baseline range the expectation is learnt from; null for the whole frame
     * @param examined range whose runs are judged; null for the whole frame
     * @param metrics ids of the metrics that detectors of series look at; empty for the reported
     *     ones and throughput
     * @param complexity of each run's task, see {@link org.fleetscope.enrich.RunOutcomes}, NaN when
     *     unknown; empty when no task is known
     * @param thresholds values by {@link Threshold#id()}; what is absent has its default
     */
    public DetectorInput(
            Frame frame,
            @Nullable TimeRange baseline,
            @Nullable TimeRange examined,
            List<String> metrics,
            double[] complexity,
            Map<String, Double> thresholds) {
        this.frame = frame;
        this.baseline = baseline;
        this.examined = examined;
        this.metrics = List.copyOf(metrics);
        this.complexity = complexity;
        this.thresholds = Map.copyOf(thresholds);
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

    public Frame frame() {
        return frame;
    }

    /** Metrics asked for; empty for the usual ones. */
    public List<String> metrics() {
        return metrics;
    }

    /** Of each run's task, NaN when unknown; empty when no task is known. */
    public double[] complexity() {
        return complexity;
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

    /** Where each agent's runs begin in each of the windows that fit the frame. */
    AgentSlots slots() {
        return slots.get(() -> AgentSlots.of(frame, Windows.fitting(frame)));
    }

    PeerAgents peers() {
        return peers.get(() -> new PeerAgents(frame));
    }

    /** A metric of every agent by window, beside its peers; null when the frame has no such one. */
    @Nullable PeerSeries series(String metric) {
        AgentSlots windows = slots();
        return AgentSeries.isKnown(frame, metric)
                ? series.computeIfAbsent(metric, key -> new Lazy<>())
                        .get(() -> PeerSeries.of(AgentSeries.of(windows, metric), peers()))
                : null;
    }
}
