package org.fleetscope.ui.support;

import org.fleetscope.model.Finding;
import org.fleetscope.model.Metric;

/** Metrics and findings in words. */
public final class MetricText {
    private MetricText() {}

    /** The metric of an id; an unknown one goes under its id, without unit. */
    public static Metric metric(String id) {
        if (id.startsWith(Metric.CUSTOM_PREFIX)) {
            return Metric.custom(id.substring(Metric.CUSTOM_PREFIX.length()));
        }
        return Metric.REPORTED.stream()
                .filter(known -> known.id().equals(id))
                .findFirst()
                .orElseGet(() -> new Metric(id, id, org.fleetscope.model.Unit.NONE));
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

    /** "expected 310 ms to 1.31 s". */
    public static String expected(Finding finding) {
        Metric metric = metric(finding.metric());
        return "expected "
                + Numbers.of(finding.lower(), metric.unit())
                + " to "
                + Numbers.of(finding.upper(), metric.unit());
    }
}
