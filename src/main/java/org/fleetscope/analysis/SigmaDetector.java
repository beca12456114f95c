package org.fleetscope.analysis;

import java.util.ArrayList;
import java.util.List;
import org.fleetscope.frame.Columns;
import org.fleetscope.frame.Frame;
import org.fleetscope.job.JobContext;
import org.fleetscope.job.Progress;
import org.fleetscope.model.Severity;
import org.fleetscope.model.TimeRange;
import org.fleetscope.model.Unit;

/**
 * |x − mean| &gt; k·sd of the agent's baseline for latency_ms or accuracy: the anomaly query of the
 * data structure document, one finding a run and metric. As there, an agent with one baseline value
 * has no deviation and no finding; and where the deviation is 0, any other value is one.
 */
final class SigmaDetector implements Detector {
    static final String ID = "sigma";
    static final Threshold K = new Threshold("sigma.k", "Standard deviations", Unit.NONE, 2.0);
    private static final List<String> METRICS = List.of(Columns.LATENCY_MS, Columns.ACCURACY);

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String name() {
        return "Standard deviations";
    }

    @Override
    public String description() {
        return "A run's latency or accuracy lies more than k standard deviations from its agent's mean.";
    }

    @Override
    public List<String> neededColumns() {
        return List.of(Columns.AGENT, Columns.RECORDED_AT, Columns.LATENCY_MS, Columns.ACCURACY);
    }

    @Override
    public List<Threshold> thresholds() {
        return List.of(K);
    }

    @Override
    public FindingSet detect(DetectorInput input, JobContext job) {
        Frame frame = input.frame();
        double k = input.value(K);
        FindingColumns found = new FindingColumns(frame, frame.rows() / 16);
        for (int m = 0; m < METRICS.size(); m++) {
            job.checkCancelled();
            job.progress(new Progress("Looking for anomalies", m, METRICS.size(), "metrics", 0));
            double[] values = values(frame, METRICS.get(m));
            AgentMoments moments = AgentMoments.of(frame, values, input.baselineRange());
            flag(found, METRICS.get(m), values, moments, input.examinedRange(), k);
        }
        return new FindingSet(found);
    }

    @Override
    public List<Expectation> expectations(DetectorInput input, int agent) {
        double k = input.value(K);
        Frame frame = input.frame();
        List<Expectation> expected = new ArrayList<>();
        for (String metric : METRICS) {
            AgentMoments moments =
                    AgentMoments.ofAgent(
                            frame, values(frame, metric), agent, input.baselineRange());
            double mean = moments.mean()[0];
            double sd = moments.sd()[0];
            if (!Double.isNaN(sd)) {
                expected.add(
                        new Expectation(
                                ID,
                                metric,
                                new double[] {mean - k * sd},
                                new double[] {mean},
                                new double[] {mean + k * sd}));
            }
        }
        return expected;
    }

    private static void flag(
            FindingColumns found,
            String metric,
            double[] values,
            AgentMoments moments,
            TimeRange examined,
            double k) {
        int detectorCode = found.detectorCode(ID);
        int metricCode = found.metricCode(metric);
        int[] agent = found.frame.agent();
        long[] at = found.frame.recordedAt();
        double[] reach = moments.sd().clone();
        for (int a = 0; a < reach.length; a++) {
            reach[a] *= k;
        }
        for (int row = 0; row < values.length; row++) {
            int a = agent[row];
            double mean = moments.mean()[a];
            double distance = Math.abs(values[row] - mean);
            // False for every NaN: a missing value, or an agent without a deviation.
            if (distance > reach[a] && at[row] >= examined.from() && at[row] < examined.to()) {
                int i = found.add(row, detectorCode, metricCode);
                found.actual[i] = values[row];
                found.typical[i] = mean;
                found.lower[i] = mean - reach[a];
                found.upper[i] = mean + reach[a];
                found.severity[i] = Severity.score(NormalTail.twoSided(distance / moments.sd()[a]));
                found.threshold[i] = k;
            }
        }
    }

    private static double[] values(Frame frame, String metric) {
        return Columns.LATENCY_MS.equals(metric) ? frame.latencyMs() : frame.accuracy();
    }
}
