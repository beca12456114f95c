package org.fleetscope.series;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fleetscope.analysis.FindingSet;
import org.fleetscope.frame.Columns;
import org.fleetscope.frame.Frame;

/** Runs as table rows. */
public final class RunSummaries {
    private RunSummaries() {}

    /**
     * The given rows of a frame, in the given order, each with its worst finding. O(rows +
     * findings).
     */
    public static List<RunSummary> of(Frame frame, int[] rows, FindingSet findings) {
        Map<Integer, Double> worst = new HashMap<>();
        for (int row : rows) {
            worst.put(row, 0.0);
        }
        for (int i = 0; i < findings.size(); i++) {
            double severity = findings.severity(i);
            worst.computeIfPresent(findings.run(i), (row, known) -> Math.max(known, severity));
        }
        List<RunSummary> summaries = new ArrayList<>(rows.length);
        for (int row : rows) {
            summaries.add(of(frame, row, worst.getOrDefault(row, 0.0)));
        }
        return summaries;
    }

    private static RunSummary of(Frame frame, int row, double worst) {
        double[] network = frame.metric(Columns.NETWORK_BYTES);
        return new RunSummary(
                row,
                frame.taskId(row),
                frame.recordedAt()[row],
                frame.latencyMs()[row],
                frame.accuracy()[row],
                frame.cpuUsage()[row],
                frame.memoryMb()[row],
                network == null ? Double.NaN : network[row],
                frame.hosts().get(frame.host()[row]),
                worst);
    }
}
