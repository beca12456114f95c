package org.fleetscope.detection;

import java.util.List;
import java.util.stream.IntStream;
import org.fleetscope.analysis.FindingSet;
import org.fleetscope.frame.Frame;
import org.fleetscope.model.Finding;
import org.fleetscope.model.Metric;

/**
 * A finding in brief.
 *
 * @param subject code of the agent; {@link #FLEET} for a finding about the whole fleet
 * @param host code of the host
 * @param at µs UTC
 * @param margin distance from typical in units of the distance to the bound that was left, on the
 *     detector's scale; tells apart what has severity 100
 */
record Flag(int subject, int host, long at, String metric, double severity, double margin) {
    static final int FLEET = -1;

    private static final List<String> SKEWED =
            List.of(
                    Metric.LATENCY.id(),
                    Metric.MEMORY.id(),
                    Metric.NETWORK.id(),
                    Metric.THROUGHPUT.id());

    static List<Flag> of(FindingSet found) {
        return IntStream.range(0, found.size()).mapToObj(i -> of(found, i)).toList();
    }

    private static Flag of(FindingSet found, int i) {
        Frame frame = found.frame();
        int row = found.run(i);
        String metric = found.metric(i);
        return new Flag(
                metric.equals(Metric.FLEET_THROUGHPUT.id()) ? FLEET : frame.agent()[row],
                frame.host()[row],
                found.recordedAt(i),
                metric,
                found.severity(i),
                margin(found.get(i)));
    }

    private static double margin(Finding finding) {
        boolean logarithmic =
                SKEWED.contains(finding.metric()) && !finding.detector().equals("sigma");
        double actual = scaled(finding.actual(), logarithmic);
        double typical = scaled(finding.typical(), logarithmic);
        double bound = scaled(actual > typical ? finding.upper() : finding.lower(), logarithmic);
        double margin = Math.abs(actual - typical) / Math.abs(bound - typical);
        return Double.isNaN(margin) ? 0 : margin;
    }

    private static double scaled(double value, boolean logarithmic) {
        return logarithmic ? Math.log1p(value) : value;
    }
}
