package org.fleetscope.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
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
    public boolean judgesStretches() {
        return true;
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
        // Computed before the threads start, so that they don't all wait for the first.
        input.slots();
        IntStream.range(0, frame.agents().size())
                .parallel()
                .mapToObj(agent -> {
                    job.checkCancelled();
                    return silences(input, sorted, agent, k);
                })
                .toList()
                .forEach(found::addAll);
        dips(found, input, k);
        return new FindingSet(found);
    }

    private static FindingColumns silences(
            DetectorInput input, long[] sorted, int agent, double k) {
        Frame frame = input.frame();
        FindingColumns found = new FindingColumns(frame, 0);
        int[] order = frame.agentOrder();
        long[] at = frame.recordedAt();
        int from = frame.agentStarts()[agent];
        int to = frame.agentStarts()[agent + 1];
        double others = sorted.length - (double) (to - from);
        if (to - from < 2 || others <= 0) {
            return found;
        }
        double share = (to - from) / others;
        double burst = Burstiness.of(input.slots(), agent);
        double p = NormalTail.twoSided(k);
        // What is expected in a silence that surely is none; spares the exponential for nearly all.
        double ordinary = -burst * Math.log(p) * (1 - 1e-9);
        int after = 0;
        for (int i = from; i < to; i++) {
            long begin = at[order[i]];
            long end = i + 1 < to ? at[order[i + 1]] : sorted[sorted.length - 1];
            // Between two runs of the agent all runs are of others.
            after = first(sorted, begin + 1, after);
            int fleet = first(sorted, end, after) - after;
            double expected = share * fleet;
            if (expected < ordinary) {
                continue;
            }
            double chance = Math.exp(-expected / burst);
            if (fleet > 0 && chance < p && input.examinedRange().contains(begin)) {
                double minutes = (end - begin) / 6e7;
                add(found, order[i], Metric.THROUGHPUT, 0, expected / minutes, chance, k);
            }
        }
        return found;
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

    /**
     * Position of the first time at or after an instant, none of them before {@code from}; gallops,
     * as most are near.
     */
    private static int first(long[] sorted, long instant, int from) {
        int low = from;
        int step = 1;
        int high = from;
        while (high < sorted.length && sorted[high] < instant) {
            low = high + 1;
            high = Math.min(sorted.length, high + step);
            step <<= 1;
        }
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
