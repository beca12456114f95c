package org.fleetscope.analysis.incident;

import java.util.HashSet;
import java.util.Set;
import org.fleetscope.analysis.AgentRuns;
import org.fleetscope.analysis.Detectors;
import org.fleetscope.analysis.FindingSet;
import org.fleetscope.analysis.NormalTail;
import org.fleetscope.analysis.SeriesMetrics;
import org.fleetscope.analysis.Windows;
import org.fleetscope.frame.Frame;
import org.fleetscope.frame.Quantiles;
import org.fleetscope.model.Finding;
import org.fleetscope.model.Metric;
import org.fleetscope.model.Severity;
import org.fleetscope.model.TimeRange;

/**
 * What is left of a finding when the runs with a value of a dimension are taken away, with its
 * expectation (baseline, peers) as it was. One of a run goes with its run. One about a stretch is
 * judged by the agent's runs in its window: it goes with all of them; where some remain, {@code
 * peer} judges the window's median or rate anew, and the others go when most of the runs go.
 */
final class WithoutRuns {
    /** Runs that a median needs, as for the detector. */
    private static final int FEWEST = 3;

    private static final String PEER = "peer";

    private final FindingSet findings;
    private final Frame frame;
    private final Windows windows;

    WithoutRuns(FindingSet findings) {
        this.findings = findings;
        this.frame = findings.frame();
        this.windows = Windows.fitting(frame);
    }

    /** Values of the runs that a finding is about. */
    Set<Integer> values(int finding, Dimension dimension) {
        Set<Integer> values = new HashSet<>();
        values.add(dimension.code(frame, findings.run(finding)));
        if (dimension != Dimension.AGENT && judgesStretch(finding)) {
            for (int row : runs(finding)) {
                values.add(dimension.code(frame, row));
            }
        }
        return values;
    }

    /** Severity of a finding without the runs that have a value, 0 when it goes. */
    double severity(int finding, Dimension dimension, int value) {
        if (!judgesStretch(finding)) {
            boolean goes = dimension.code(frame, findings.run(finding)) == value;
            return goes ? 0 : findings.severity(finding);
        }
        int[] runs = runs(finding);
        int gone = 0;
        for (int row : runs) {
            gone += dimension.code(frame, row) == value ? 1 : 0;
        }
        if (gone == 0) {
            boolean goes =
                    runs.length == 0 && dimension.code(frame, findings.run(finding)) == value;
            return goes ? 0 : findings.severity(finding);
        }
        if (gone == runs.length) {
            return 0;
        }
        if (findings.detector(finding).equals(PEER)) {
            return peer(findings.get(finding), runs, dimension, value);
        }
        return 2 * gone > runs.length ? 0 : findings.severity(finding);
    }

    private double peer(Finding finding, int[] runs, Dimension dimension, int value) {
        double actual = remaining(finding.metric(), runs, dimension, value);
        double typical = SeriesMetrics.toScale(finding.metric(), finding.typical());
        double deviation =
                (SeriesMetrics.toScale(finding.metric(), finding.upper()) - typical)
                        / finding.threshold();
        double score = (SeriesMetrics.toScale(finding.metric(), actual) - typical) / deviation;
        return Math.abs(score) > finding.threshold()
                ? Severity.score(NormalTail.twoSided(score))
                : 0;
    }

    /** The window's value over the runs that remain; NaN when they are too few for one. */
    private double remaining(String metric, int[] runs, Dimension dimension, int value) {
        double[] values = frame.metric(metric);
        double[] held = new double[runs.length];
        int n = 0;
        int kept = 0;
        for (int row : runs) {
            if (dimension.code(frame, row) != value) {
                kept++;
                if (values != null && !Double.isNaN(values[row])) {
                    held[n++] = values[row];
                }
            }
        }
        if (metric.equals(Metric.THROUGHPUT.id())) {
            return kept / windows.minutes();
        }
        return n < FEWEST ? Double.NaN : Quantiles.median(held, 0, n);
    }

    private boolean judgesStretch(int finding) {
        return Detectors.byId(findings.detector(finding)).judgesStretches();
    }

    /** The agent's runs in the window that a finding stands in. */
    private int[] runs(int finding) {
        long start = windows.start(windows.indexOf(findings.recordedAt(finding)));
        return AgentRuns.within(
                frame, findings.agent(finding), new TimeRange(start, start + windows.length()));
    }
}
