package org.fleetscope.analysis;

import java.util.List;
import org.fleetscope.frame.Frame;

/** Findings made by hand over a frame; the typical value is 100, expected are 50 to 150. */
public final class Found {
    private final FindingColumns columns;

    public Found(Frame frame) {
        columns = new FindingColumns(frame, 4);
    }

    public Found add(String detector, int run, String metric, double actual, double severity) {
        return add(detector, run, metric, actual, severity, 100, 150, 2);
    }

    public Found add(
            String detector,
            int run,
            String metric,
            double actual,
            double severity,
            double typical,
            double upper,
            double threshold) {
        int i = columns.add(run, columns.detectorCode(detector), columns.metricCode(metric));
        columns.actual[i] = actual;
        columns.typical[i] = typical;
        columns.lower[i] = 2 * typical - upper;
        columns.upper[i] = upper;
        columns.severity[i] = severity;
        columns.threshold[i] = threshold;
        return this;
    }

    /** Most severe first. */
    public FindingSet build() {
        return FindingSet.mostSevereFirst(List.of(new FindingSet(columns)));
    }
}
