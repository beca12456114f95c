package org.fleetscope.analysis;

import java.util.List;
import java.util.stream.IntStream;
import org.fleetscope.analysis.novelty.NoveltySettings;
import org.fleetscope.analysis.novelty.Seen;
import org.fleetscope.analysis.novelty.SeriesNovelty;
import org.fleetscope.frame.Columns;
import org.fleetscope.frame.Frame;
import org.fleetscope.job.JobContext;
import org.fleetscope.job.Progress;
import org.fleetscope.model.Metric;
import org.fleetscope.model.Severity;
import org.fleetscope.model.Unit;

/**
 * What an agent never did before: run by run, a metric or one of its rolling features leaves the
 * range seen until then, see {@link SeriesNovelty}. Throughput is judged window by window. Skewed
 * metrics are judged by their logarithm; the numbers of a finding are those of the feature, in the
 * metric's unit. It needs no baseline, since all that came before is one.
 */
final class NoveltyDetector implements Detector {
    static final String ID = "novelty";

    /**
     * One standard deviation: more than for a single series, as a fleet has hundreds of them and
     * each has its chance to set a record.
     */
    private static final double FLEET_EXCESS = 0.25;

    static final Threshold EXCESS =
            new Threshold(
                    "novelty.excess",
                    "Excess beyond the range seen, in four standard deviations",
                    Unit.NONE,
                    FLEET_EXCESS);
    static final Threshold HOLD_OFF =
            new Threshold(
                    "novelty.hold_off",
                    "Runs without another finding",
                    Unit.COUNT,
                    NoveltySettings.DEFAULTS.holdOff());

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String name() {
        return "Never seen before";
    }

    @Override
    public String description() {
        return "An agent's metric leaves the range of all its runs until then, at once or over some runs.";
    }

    @Override
    public List<String> neededColumns() {
        return List.of(Columns.AGENT, Columns.RECORDED_AT);
    }

    @Override
    public List<Threshold> thresholds() {
        return List.of(EXCESS, HOLD_OFF);
    }

    @Override
    public boolean judgesStretches() {
        return true;
    }

    @Override
    public FindingSet detect(DetectorInput input, JobContext job) {
        Frame frame = input.frame();
        NoveltySettings usual = NoveltySettings.DEFAULTS;
        NoveltySettings settings =
                new NoveltySettings(
                        usual.window(),
                        usual.warmUp(),
                        input.value(EXCESS),
                        (int) input.value(HOLD_OFF));
        FindingColumns found = new FindingColumns(frame, 0);
        List<String> metrics = SeriesMetrics.of(input);
        for (int m = 0; m < metrics.size(); m++) {
            job.progress(new Progress("Looking for what is new", m, metrics.size(), "metrics", 0));
            search(input, metrics.get(m), settings, job).forEach(found::addAll);
        }
        return new FindingSet(found);
    }

    private static List<FindingColumns> search(
            DetectorInput input, String metric, NoveltySettings settings, JobContext job) {
        Frame frame = input.frame();
        frame.agentOrder();
        double[] values = frame.metric(metric);
        AgentSeries rates =
                metric.equals(Metric.THROUGHPUT.id())
                        ? AgentSeries.of(input.slots(), metric)
                        : null;
        return IntStream.range(0, frame.agents().size())
                .parallel()
                .mapToObj(agent -> {
                    job.checkCancelled();
                    FindingColumns found = new FindingColumns(frame, 0);
                    SeriesNovelty novelty = new SeriesNovelty(settings);
                    if (rates != null) {
                        windows(found, input, rates, agent, novelty, settings);
                    } else if (values != null) {
                        runs(found, input, metric, values, agent, novelty, settings);
                    }
                    return found;
                })
                .toList();
    }

    private static void runs(
            FindingColumns found,
            DetectorInput input,
            String metric,
            double[] values,
            int agent,
            SeriesNovelty novelty,
            NoveltySettings settings) {
        Frame frame = input.frame();
        int[] order = frame.agentOrder();
        boolean logarithmic = SeriesMetrics.isLogarithmic(metric);
        for (int i = frame.agentStarts()[agent]; i < frame.agentStarts()[agent + 1]; i++) {
            int row = order[i];
            double value = logarithmic ? Math.log1p(values[row]) : values[row];
            // Runs have no steady step, so that a day before is no number of rows.
            Seen seen = novelty.judge(0, value);
            if (seen != null && input.examinedRange().contains(frame.recordedAt()[row])) {
                add(found, metric, row, seen, settings);
            }
        }
    }

    private static void windows(
            FindingColumns found,
            DetectorInput input,
            AgentSeries rates,
            int agent,
            SeriesNovelty novelty,
            NoveltySettings settings) {
        for (int w = 0; w < rates.windows().count(); w++) {
            long start = rates.windows().start(w);
            double rate = rates.values()[agent][w];
            Seen seen = novelty.judge(start, SeriesMetrics.toScale(rates.metric(), rate));
            if (seen != null && input.examinedRange().contains(start)) {
                add(found, rates.metric(), rates.runAt(agent, w), seen, settings);
            }
        }
    }

    private static void add(
            FindingColumns found, String metric, int row, Seen seen, NoveltySettings settings) {
        int at = found.add(row, found.detectorCode(ID), found.metricCode(metric));
        found.actual[at] = SeriesMetrics.fromScale(metric, seen.value());
        found.typical[at] = SeriesMetrics.fromScale(metric, seen.mean());
        found.lower[at] = SeriesMetrics.fromScale(metric, seen.min());
        found.upper[at] = SeriesMetrics.fromScale(metric, seen.max());
        found.severity[at] = Severity.score(NormalTail.twoSided(seen.score()));
        found.threshold[at] = settings.threshold();
    }

    @Override
    public List<Expectation> expectations(DetectorInput input, int agent) {
        return List.of();
    }
}
