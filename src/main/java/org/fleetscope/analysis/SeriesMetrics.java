package org.fleetscope.analysis;

import java.util.ArrayList;
import java.util.List;
import org.fleetscope.frame.Frame;
import org.fleetscope.model.Metric;

/** The metrics that detectors of series look at, and the scale on which they are compared. */
public final class SeriesMetrics {
    private SeriesMetrics() {}

    /**
     * Those asked for; else the reported ones that the frame has, throughput and custom metrics.
     */
    static List<String> of(DetectorInput input) {
        if (!input.metrics().isEmpty()) {
            return input.metrics();
        }
        List<String> metrics = new ArrayList<>();
        Metric.REPORTED.forEach(metric -> metrics.add(metric.id()));
        metrics.add(Metric.THROUGHPUT.id());
        return metrics;
    }

    /** Skewed quantities above 0 are compared by their logarithm, the others as they are. */
    static boolean isLogarithmic(String metric) {
        return metric.equals(Metric.LATENCY.id())
                || metric.equals(Metric.MEMORY.id())
                || metric.equals(Metric.NETWORK.id())
                || metric.equals(Metric.THROUGHPUT.id());
    }

    public static double toScale(String metric, double value) {
        return isLogarithmic(metric) ? Math.log1p(value) : value;
    }

    /** Values on the scale of a metric, in an array of their own. */
    static double[] toScale(String metric, double[] values) {
        double[] scaled = values.clone();
        if (isLogarithmic(metric)) {
            for (int i = 0; i < scaled.length; i++) {
                scaled[i] = Math.log1p(scaled[i]);
            }
        }
        return scaled;
    }

    public static double fromScale(String metric, double scaled) {
        return isLogarithmic(metric) ? Math.expm1(scaled) : scaled;
    }

    /**
     * @throws IllegalArgumentException for a metric that is neither reported, throughput nor a
     *     custom one of the frame; the message lists those there are
     */
    public static void requireKnown(Frame frame, List<String> metrics) {
        for (String metric : metrics) {
            if (!metric.equals(Metric.THROUGHPUT.id()) && frame.metric(metric) == null) {
                List<String> known = new ArrayList<>();
                Metric.REPORTED.forEach(m -> known.add(m.id()));
                known.add(Metric.THROUGHPUT.id());
                frame.customNames().forEach(name -> known.add(Metric.custom(name).id()));
                throw new IllegalArgumentException(
                        "no metric \"" + metric + "\"; there are " + String.join(", ", known));
            }
        }
    }
}
