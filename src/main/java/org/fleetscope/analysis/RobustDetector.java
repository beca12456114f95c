package org.fleetscope.analysis;

import java.util.List;
import java.util.stream.IntStream;
import org.fleetscope.frame.Columns;
import org.fleetscope.frame.Frame;
import org.fleetscope.job.JobContext;
import org.fleetscope.job.Progress;
import org.fleetscope.model.Severity;
import org.fleetscope.model.TimeRange;
import org.fleetscope.model.Unit;

/**
 * Latency that is unusual for its agent at its time of day: the modified z-score (Iglewicz and
 * Hoaglin 1993) of the residual of log latency from the agent's median of that hour is beyond ±k.
 * Medians instead of means, so that the anomalies themselves don't widen the range; logarithms,
 * since latencies are skewed. See {@link RobustBaseline}.
 */
final class RobustDetector implements Detector {
    static final String ID = "robust";
    static final Threshold K = new Threshold("robust.k", "Modified z-score", Unit.NONE, 3.5);

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String name() {
        return "Median and time of day";
    }

    @Override
    public String description() {
        return "A run's latency is unusual for its agent at that hour, measured by medians of its logarithm.";
    }

    @Override
    public List<String> neededColumns() {
        return List.of(Columns.AGENT, Columns.RECORDED_AT, Columns.LATENCY_MS);
    }

    @Override
    public List<Threshold> thresholds() {
        return List.of(K);
    }

    @Override
    public FindingSet detect(DetectorInput input, JobContext job) {
        Frame frame = input.frame();
        double k = input.value(K);
        job.progress(new Progress("Looking for anomalies by time of day", 0, 0, "runs", 0));
        // Computed before the threads start, so that they don't all wait for the first.
        frame.agentOrder();
        List<FindingColumns> parts =
                IntStream.range(0, frame.agents().size())
                        .parallel()
                        .mapToObj(agent -> {
                            job.checkCancelled();
                            return detect(input, agent, k);
                        })
                        .toList();
        FindingColumns found =
                new FindingColumns(frame, parts.stream().mapToInt(p -> p.size).sum());
        parts.forEach(found::addAll);
        return new FindingSet(found);
    }

    @Override
    public List<Expectation> expectations(DetectorInput input, int agent) {
        double k = input.value(K);
        double[] logs = logs(input.frame(), agent);
        RobustBaseline baseline =
                RobustBaseline.of(input.frame(), agent, logs, input.baselineRange());
        return baseline == null
                ? List.of()
                : List.of(
                        new Expectation(
                                ID,
                                Columns.LATENCY_MS,
                                latencies(baseline, -k),
                                latencies(baseline, 0),
                                latencies(baseline, k)));
    }

    private static FindingColumns detect(DetectorInput input, int agent, double k) {
        Frame frame = input.frame();
        FindingColumns found = new FindingColumns(frame, 0);
        double[] logs = logs(frame, agent);
        RobustBaseline baseline = RobustBaseline.of(frame, agent, logs, input.baselineRange());
        if (baseline != null) {
            flag(found, agent, logs, baseline, input.examinedRange(), k);
        }
        return found;
    }

    private static void flag(
            FindingColumns found,
            int agent,
            double[] logs,
            RobustBaseline baseline,
            TimeRange examined,
            double k) {
        int detectorCode = found.detectorCode(ID);
        int metricCode = found.metricCode(Columns.LATENCY_MS);
        double[] lower = latencies(baseline, -k);
        double[] typical = latencies(baseline, 0);
        double[] upper = latencies(baseline, k);
        int[] order = found.frame.agentOrder();
        int start = found.frame.agentStarts()[agent];
        int to = AgentRuns.firstAt(found.frame, agent, examined.to());
        for (int i = AgentRuns.firstAt(found.frame, agent, examined.from()); i < to; i++) {
            int hour = RobustBaseline.hour(found.frame.recordedAt()[order[i]]);
            double score = baseline.score(logs[i - start], hour);
            if (Math.abs(score) > k) {
                int at = found.add(order[i], detectorCode, metricCode);
                found.actual[at] = found.frame.latencyMs()[order[i]];
                found.typical[at] = typical[hour];
                found.lower[at] = lower[hour];
                found.upper[at] = upper[hour];
                found.severity[at] = Severity.score(NormalTail.twoSided(score));
                found.threshold[at] = k;
            }
        }
    }

    /** ln(latency) of an agent's runs in their order; NaN where it is missing or not positive. */
    private static double[] logs(Frame frame, int agent) {
        int start = frame.agentStarts()[agent];
        double[] logs = new double[frame.agentStarts()[agent + 1] - start];
        for (int i = 0; i < logs.length; i++) {
            double latency = frame.latencyMs()[frame.agentOrder()[start + i]];
            logs[i] = latency > 0 ? Math.log(latency) : Double.NaN;
        }
        return logs;
    }

    /** Latencies, ms, by hour that have a given score. */
    private static double[] latencies(RobustBaseline baseline, double score) {
        return IntStream.range(0, 24)
                .mapToDouble(hour -> Math.exp(baseline.at(hour, score)))
                .toArray();
    }
}
