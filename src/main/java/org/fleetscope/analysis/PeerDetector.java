package org.fleetscope.analysis;

import java.util.List;
import org.fleetscope.frame.Columns;
import org.fleetscope.frame.Frame;
import org.fleetscope.job.JobContext;
import org.fleetscope.job.Progress;
import org.fleetscope.model.Severity;
import org.fleetscope.model.Unit;
import org.jspecify.annotations.Nullable;

/**
 * An agent whose median in a window leaves the spread of its peers' medians in the same window:
 * modified z-score (Iglewicz and Hoaglin 1993) beyond ±k, of logarithms for skewed metrics. What
 * moves the whole group alike is never flagged. Windows in a row on the same side are one finding,
 * at the most severe of them.
 */
final class PeerDetector implements Detector {
    static final String ID = "peer";
    static final Threshold K = new Threshold("peer.k", "Modified z-score", Unit.NONE, 3.5);

    /** A window of an agent that stands out. */
    private record Hit(int window, double score, double median, double reach) {
        boolean isOnSideOf(Hit other) {
            return Math.signum(score) == Math.signum(other.score);
        }
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String name() {
        return "Peers at the same time";
    }

    @Override
    public String description() {
        return "An agent's median in a window lies outside what the agents of its type do in that window.";
    }

    @Override
    public List<String> neededColumns() {
        return List.of(Columns.AGENT, Columns.TYPE, Columns.RECORDED_AT);
    }

    @Override
    public List<Threshold> thresholds() {
        return List.of(K);
    }

    @Override
    public boolean judgesStretches() {
        return true;
    }

    @Override
    public FindingSet detect(DetectorInput input, JobContext job) {
        Frame frame = input.frame();
        double k = input.value(K);
        FindingColumns found = new FindingColumns(frame, 0);
        List<String> metrics = SeriesMetrics.of(input);
        for (int m = 0; m < metrics.size(); m++) {
            job.checkCancelled();
            job.progress(
                    new Progress("Comparing agents with peers", m, metrics.size(), "metrics", 0));
            PeerSeries series = input.series(metrics.get(m));
            if (series != null) {
                flag(found, series, input, k);
            }
        }
        return new FindingSet(found);
    }

    private static void flag(
            FindingColumns found, PeerSeries compared, DetectorInput input, double k) {
        AgentSeries series = compared.series();
        PeerAgents peers = input.peers();
        double[][] scaled = compared.scaled();
        int agents = scaled.length;
        @Nullable Hit[] open = new @Nullable Hit[agents];
        int[] last = new int[agents];
        for (int w = 0; w < series.windows().count(); w++) {
            if (!input.examinedRange().contains(series.windows().start(w))) {
                continue;
            }
            PeerAgents.Level level = compared.levels()[w];
            for (int agent = 0; agent < agents; agent++) {
                Hit hit = hit(scaled[agent][w], peers.type(agent), level, w, k);
                if (hit == null) {
                    continue;
                }
                Hit before = open[agent];
                if (before == null || last[agent] < w - 1 || !before.isOnSideOf(hit)) {
                    if (before != null) {
                        add(found, series, agent, before, k);
                    }
                    open[agent] = hit;
                } else if (Math.abs(hit.score()) > Math.abs(before.score())) {
                    open[agent] = hit;
                }
                last[agent] = w;
            }
        }
        for (int agent = 0; agent < agents; agent++) {
            Hit hit = open[agent];
            if (hit != null) {
                add(found, series, agent, hit, k);
            }
        }
    }

    private static @Nullable Hit hit(
            double value, int type, PeerAgents.Level level, int window, double k) {
        if (type < 0 || Double.isNaN(value)) {
            return null;
        }
        double median = level.median()[type];
        double deviation = level.deviation()[type];
        double score = (value - median) / deviation;
        // Without spread among the peers nothing can be said of how far is far.
        return deviation > 0 && Math.abs(score) > k
                ? new Hit(window, score, median, k * deviation)
                : null;
    }

    private static void add(
            FindingColumns found, AgentSeries series, int agent, Hit hit, double k) {
        int at =
                found.add(
                        series.runAt(agent, hit.window()),
                        found.detectorCode(ID),
                        found.metricCode(series.metric()));
        found.actual[at] = series.values()[agent][hit.window()];
        found.typical[at] = SeriesMetrics.fromScale(series.metric(), hit.median());
        found.lower[at] = SeriesMetrics.fromScale(series.metric(), hit.median() - hit.reach());
        found.upper[at] = SeriesMetrics.fromScale(series.metric(), hit.median() + hit.reach());
        found.severity[at] = Severity.score(NormalTail.twoSided(hit.score()));
        found.threshold[at] = k;
    }

    @Override
    public List<Expectation> expectations(DetectorInput input, int agent) {
        return List.of();
    }
}
