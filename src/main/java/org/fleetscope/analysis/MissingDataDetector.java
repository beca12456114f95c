package org.fleetscope.analysis;

import java.util.Arrays;
import java.util.List;
import org.fleetscope.frame.Columns;
import org.fleetscope.frame.Frame;
import org.fleetscope.job.JobContext;
import org.fleetscope.job.Progress;
import org.fleetscope.model.Metric;
import org.fleetscope.model.Severity;
import org.fleetscope.model.Unit;

/**
 * Runs that should be there and are not, so that a hole in the data is not taken for a fault of the
 * fleet. An agent is missing when it is silent for as long as its share of the fleet's runs makes
 * improbable (Poisson, allowing for bursts); the fleet is when a window has far fewer runs than
 * those around it. The finding is at the last run before.
 */
final class MissingDataDetector implements Detector {
    static final String ID = "missing-data";
    static final Threshold K =
            new Threshold(
                    "missing-data.k", "Standard deviations of equal probability", Unit.NONE, 5.0);

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String name() {
        return "Missing data";
    }

    @Override
    public String description() {
        return "An agent, or the whole fleet, reports far fewer runs than it should for a while.";
    }

    @Override
    public List<String> neededColumns() {
        return List.of(Columns.AGENT, Columns.RECORDED_AT);
    }

    @Override
    public List<Threshold> thresholds() {
        return List.of(K);
    }

    @Override
    public FindingSet detect(DetectorInput input, JobContext job) {
        Frame frame = input.frame();
        double k = input.value(K);
        FindingColumns found = new FindingColumns(frame, 0);
        if (frame.rows() == 0) {
            return new FindingSet(found);
        }
        job.progress(new Progress("Looking for missing data", 0, 0, "runs", frame.rows()));
        long[] sorted = frame.recordedAt().clone();
        Arrays.parallelSort(sorted);
        Windows windows = Windows.fitting(frame);
        for (int agent = 0; agent < frame.agents().size(); agent++) {
            job.checkCancelled();
            silences(found, input, sorted, windows, agent, k);
        }
        dips(found, input, k);
        return new FindingSet(found);
    }

    private static void silences(
            FindingColumns found,
            DetectorInput input,
            long[] sorted,
            Windows windows,
            int agent,
            double k) {
        Frame frame = input.frame();
        int from = frame.agentStarts()[agent];
        int to = frame.agentStarts()[agent + 1];
        double others = sorted.length - (double) (to - from);
        if (to - from < 2 || others <= 0) {
            return;
        }
        double share = (to - from) / others;
        double burst = Burstiness.of(frame, windows, agent);
        double p = NormalTail.twoSided(k);
        for (int i = from; i < to; i++) {
            long begin = frame.recordedAt()[frame.agentOrder()[i]];
            long end =
                    i + 1 < to
                            ? frame.recordedAt()[frame.agentOrder()[i + 1]]
                            : sorted[sorted.length - 1];
            // Between two runs of the agent all runs are of others.
            long fleet = first(sorted, end) - first(sorted, begin + 1);
            double expected = share * fleet;
            double chance = Math.exp(-expected / burst);
            if (fleet > 0 && chance < p && input.examinedRange().contains(begin)) {
                double minutes = (end - begin) / 6e7;
                add(
                        found,
                        frame.agentOrder()[i],
                        Metric.THROUGHPUT,
                        0,
                        expected / minutes,
                        chance,
                        k);
            }
        }
    }

    private static void dips(FindingColumns found, DetectorInput input, double k) {
        FleetCounts fleet = FleetCounts.of(input.frame());
        for (FleetCounts.Dip dip : fleet.dips(k)) {
            if (input.examinedRange().contains(fleet.start(dip.from()))) {
                add(
                        found,
                        fleet.runBefore(dip.from()),
                        Metric.FLEET_THROUGHPUT,
                        fleet.rate(dip),
                        fleet.usualRate(dip),
                        NormalTail.twoSided(dip.score()),
                        k);
            }
        }
    }

    private static void add(
            FindingColumns found,
            int row,
            Metric metric,
            double actual,
            double typical,
            double chance,
            double k) {
        int at = found.add(row, found.detectorCode(ID), found.metricCode(metric.id()));
        found.actual[at] = actual;
        found.typical[at] = typical;
        found.lower[at] = Math.min(actual, typical);
        found.upper[at] = Double.NaN;
        found.severity[at] = Severity.score(chance);
        found.threshold[at] = k;
    }

    /** Position of the first time at or after an instant. */
    private static int first(long[] sorted, long instant) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < instant) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public List<Expectation> expectations(DetectorInput input, int agent) {
        return List.of();
    }
}
