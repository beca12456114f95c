package org.fleetscope.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.fleetscope.frame.Columns;
import org.fleetscope.frame.Frame;
import org.fleetscope.frame.Quantiles;
import org.fleetscope.job.JobContext;
import org.fleetscope.job.Progress;
import org.fleetscope.model.Metric;
import org.fleetscope.model.Severity;
import org.fleetscope.model.Unit;

/**
 * A lasting change of an agent's level against its peers, not a spike: change points of its window
 * medians less the median of the peers' in the same window (logarithms for skewed metrics), which
 * takes out what the hour does to all of them. Actual and typical are the agent's own medians after
 * and before. See {@link ChangePoints}.
 */
final class ShiftDetector implements Detector {
    static final String ID = "shift";
    static final Threshold P =
            new Threshold("shift.p", "Largest probability by chance", Unit.NONE, 1e-4);
    static final Threshold EFFECT =
            new Threshold("shift.effect", "Step in standard deviations", Unit.NONE, 1.5);
    static final Threshold SHORTEST =
            new Threshold("shift.windows", "Windows that a level lasts", Unit.COUNT, 6);

    private static final double SPREAD_SHOWN = 2;

    /** Added to a count, so that its logarithm is that of what is expected on the average. */
    private static final double HALF = 0.5;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String name() {
        return "Change of level";
    }

    @Override
    public String description() {
        return "An agent's level against its peers changes and stays changed.";
    }

    @Override
    public List<String> neededColumns() {
        return List.of(Columns.AGENT, Columns.TYPE, Columns.RECORDED_AT);
    }

    @Override
    public List<Threshold> thresholds() {
        return List.of(P, EFFECT, SHORTEST);
    }

    @Override
    public boolean judgesStretches() {
        return true;
    }

    @Override
    public FindingSet detect(DetectorInput input, JobContext job) {
        Frame frame = input.frame();
        FindingColumns found = new FindingColumns(frame, 0);
        List<String> metrics = SeriesMetrics.of(input);
        for (int m = 0; m < metrics.size(); m++) {
            job.checkCancelled();
            job.progress(
                    new Progress("Looking for changes of level", m, metrics.size(), "metrics", 0));
            PeerSeries series = input.series(metrics.get(m));
            if (series != null) {
                search(input, series.series()).forEach(found::addAll);
            }
        }
        return new FindingSet(found);
    }

    private static List<FindingColumns> search(DetectorInput input, AgentSeries series) {
        PeerAgents peers = input.peers();
        PeerSeries compared = PeerSeries.of(series, centred(series), peers);
        double[][] scaled = compared.scaled();
        return IntStream.range(0, scaled.length)
                .parallel()
                .filter(agent -> peers.type(agent) >= 0)
                .mapToObj(agent -> {
                    double[] relative = scaled[agent].clone();
                    for (int w = 0; w < relative.length; w++) {
                        double peer = compared.levels()[w].median()[peers.type(agent)];
                        // Too few peers: the agent's own course is all there is.
                        relative[w] -= Double.isNaN(peer) ? 0 : peer;
                    }
                    return agent(input, series, agent, relative);
                })
                .toList();
    }

    /**
     * Each agent's windows less its own median, so that the peers' level doesn't move with which of
     * them have runs in a window. Throughput by the logarithm of counts, which load moves alike for
     * busy and for quiet agents.
     */
    private static double[][] centred(AgentSeries series) {
        double perWindow = series.windows().minutes();
        boolean counts = series.metric().equals(Metric.THROUGHPUT.id());
        return Arrays.stream(series.values())
                .map(values ->
                        centred(
                                Arrays.stream(values)
                                        .map(value ->
                                                counts
                                                        ? Math.log(value * perWindow + HALF)
                                                        : SeriesMetrics.toScale(
                                                                series.metric(), value))
                                        .toArray()))
                .toArray(double[][]::new);
    }

    private static double[] centred(double[] values) {
        double[] known = Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
        double median = Quantiles.median(known, 0, known.length);
        return Arrays.stream(values).map(v -> v - median).toArray();
    }

    private static FindingColumns agent(
            DetectorInput input, AgentSeries series, int agent, double[] relative) {
        int[] known =
                IntStream.range(0, relative.length)
                        .filter(w -> !Double.isNaN(relative[w]))
                        .toArray();
        double[] values = Arrays.stream(known).mapToDouble(w -> relative[w]).toArray();
        FindingColumns found = new FindingColumns(series.frame(), 0);
        List<ChangePoints.Change> changes =
                ChangePoints.of(
                        values,
                        Math.max(2, (int) input.value(SHORTEST)),
                        input.value(P),
                        input.value(EFFECT));
        for (ChangePoints.Change change : changes) {
            if (input.examinedRange().contains(series.windows().start(known[change.at()]))) {
                add(found, series, agent, known, change, input.value(EFFECT));
            }
        }
        return found;
    }

    private static void add(
            FindingColumns found,
            AgentSeries series,
            int agent,
            int[] known,
            ChangePoints.Change change,
            double threshold) {
        double[] before = own(series, agent, known, change.from(), change.at());
        double[] after = own(series, agent, known, change.at(), change.to());
        double typical = Quantiles.median(before, 0, before.length);
        double spread = sd(before);
        int at =
                found.add(
                        series.runAt(agent, known[change.at()]),
                        found.detectorCode(ID),
                        found.metricCode(series.metric()));
        found.actual[at] = Quantiles.median(after, 0, after.length);
        found.typical[at] = typical;
        found.lower[at] = typical - SPREAD_SHOWN * spread;
        found.upper[at] = typical + SPREAD_SHOWN * spread;
        found.severity[at] = Severity.score(change.p());
        found.threshold[at] = threshold;
    }

    private static double[] own(AgentSeries series, int agent, int[] known, int from, int to) {
        return IntStream.range(from, to)
                .mapToDouble(i -> series.values()[agent][known[i]])
                .toArray();
    }

    private static double sd(double[] values) {
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        return Math.sqrt(squares / (values.length - 1));
    }

    @Override
    public List<Expectation> expectations(DetectorInput input, int agent) {
        return List.of();
    }
}
