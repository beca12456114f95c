package org.fleetscope.ui.support;

import java.util.stream.Stream;
import org.fleetscope.model.Finding;
import org.fleetscope.model.Metric;
import org.fleetscope.model.Unit;

/** Metrics and findings in words. */
public final class MetricText {
    private MetricText() {}

    /** The metric of an id; an unknown one goes under its id, without unit. */
    public static Metric metric(String id) {
        if (id.startsWith(Metric.CUSTOM_PREFIX)) {
            return Metric.custom(id.substring(Metric.CUSTOM_PREFIX.length()));
        }
        return Stream.concat(Metric.REPORTED.stream(), Metric.DERIVED.stream())
                .filter(known -> known.id().equals(id))
                .findFirst()
                .orElseGet(() -> new Metric(id, id, Unit.NONE));
    }

    public static String actual(Finding finding) {
        return Numbers.of(finding.actual(), metric(finding.metric()).unit());
    }

    public static String typical(Finding finding) {
        return Numbers.of(finding.typical(), metric(finding.metric()).unit());
    }

    /** "Latency 4.21 s, typically 812 ms". */
    public static String sentence(Finding finding) {
        return metric(finding.metric()).label()
                + " "
                + actual(finding)
                + ", typically "
                + typical(finding);
    }

    /**
     * "expected 310 ms to 1.31 s"; a detector's range may reach beyond what the metric can be, the
     * words do not.
     */
    public static String expected(Finding finding) {
        Unit unit = metric(finding.metric()).unit();
        return "expected "
                + Numbers.of(possible(finding.lower(), unit), unit)
                + " to "
                + Numbers.of(possible(finding.upper(), unit), unit);
    }

    private static double possible(double value, Unit unit) {
        double most = unit == Unit.FRACTION ? 1 : Double.POSITIVE_INFINITY;
        double least = unit == Unit.NONE || unit == Unit.SCORE ? Double.NEGATIVE_INFINITY : 0;
        return Math.max(least, Math.min(most, value));
    }
}
