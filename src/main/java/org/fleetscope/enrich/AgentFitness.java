package org.fleetscope.enrich;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.fleetscope.frame.Frame;
import org.fleetscope.frame.MainTypes;
import org.fleetscope.frame.Quantiles;

/**
 * Parts of the fitness of each agent, over its runs in scope. O(n log n) for the peers' latencies,
 * O(n) for the rest.
 */
final class AgentFitness {
    private static final double ACCURATE = 0.5;

    private final EnrichInput input;
    private final Frame frame;
    private final List<Baselines> peerAccuracy;
    private final int[] group;
    private final double[] median;
    private final double[] pace;

    private AgentFitness(EnrichInput input) {
        this.input = input;
        this.frame = input.scope();
        PeerGroups peers = input.peers();
        group =
                Arrays.stream(MainTypes.of(frame))
                        .map(type -> type < 0 ? peers.everyone() : peers.ofType(type))
                        .toArray();
        median = new double[group.length];
        Arrays.setAll(median, this::median);
        pace = new double[group.length];
        for (int g = 0; g < peers.count(); g++) {
            fillPace(g);
        }
        peerAccuracy = peers.each(frame.accuracy(), Baselines::ofAll);
    }

    /** By agent code; an agent without runs in scope has no part of it. */
    static List<FitnessParts> of(EnrichInput input) {
        AgentFitness fitness = new AgentFitness(input);
        FitnessParts[] parts = new FitnessParts[input.scope().agents().size()];
        Arrays.setAll(parts, fitness::agent);
        return List.of(parts);
    }

    private FitnessParts agent(int agent) {
        int from = frame.agentStarts()[agent];
        int to = frame.agentStarts()[agent + 1];
        double[] latencies = new double[to - from];
        int timed = 0;
        long known = 0;
        long successes = 0;
        long deadlines = 0;
        long met = 0;
        double accuracies = 0;
        long accurate = 0;
        for (int i = from; i < to; i++) {
            int row = frame.agentOrder()[i];
            double latency = frame.latencyMs()[row];
            double accuracy = frame.accuracy()[row];
            if (!Double.isNaN(latency)) {
                latencies[timed++] = latency;
            }
            if (!Double.isNaN(accuracy)) {
                accuracies += accuracy;
                accurate++;
            }
            byte success = success(row, accuracy);
            known += success == RunOutcomes.UNKNOWN ? 0 : 1;
            successes += success == RunOutcomes.YES ? 1 : 0;
            byte deadline = input.outcomes().deadline()[row];
            deadlines += deadline == RunOutcomes.UNKNOWN ? 0 : 1;
            met += deadline == RunOutcomes.YES ? 1 : 0;
        }
        return new FitnessParts(
                FitnessParts.wilson(successes, known),
                accurate == 0 ? Double.NaN : drawn(accuracies, accurate, group[agent]),
                pace[agent],
                1 / (1 + deviation(latencies, timed, median[agent]) / median[agent]),
                deadlines == 0 ? Double.NaN : (double) met / deadlines,
                group[agent]);
    }

    /** Of the result where one is loaded, else by accuracy. */
    private byte success(int row, double accuracy) {
        byte known = input.outcomes().success()[row];
        if (known != RunOutcomes.UNKNOWN || Double.isNaN(accuracy)) {
            return known;
        }
        return accuracy >= ACCURATE ? RunOutcomes.YES : RunOutcomes.NO;
    }

    private double drawn(double sum, long n, int group) {
        double peers = peerAccuracy.get(group).mean(0);
        return (sum + FitnessParts.PRIOR_RUNS * peers) / (n + FitnessParts.PRIOR_RUNS);
    }

    private double median(int agent) {
        int from = frame.agentStarts()[agent];
        double[] latencies = new double[frame.agentStarts()[agent + 1] - from];
        int n = 0;
        for (int i = 0; i < latencies.length; i++) {
            double latency = frame.latencyMs()[frame.agentOrder()[from + i]];
            if (!Double.isNaN(latency)) {
                latencies[n++] = latency;
            }
        }
        return Quantiles.median(latencies, 0, n);
    }

    /**
     * P of the agents of a peer group: each run of the group is slower than the medians that come
     * before it in their order. O(runs × log agents), less than sorting the runs.
     */
    private void fillPace(int peers) {
        int[] agents =
                IntStream.range(0, group.length)
                        .filter(agent -> group[agent] == peers)
                        .boxed()
                        .sorted(Comparator.comparingDouble(agent -> median[agent]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        double[] medians = Arrays.stream(agents).mapToDouble(agent -> median[agent]).toArray();
        if (agents.length == 0) {
            return;
        }
        double[] latencies = input.peers().gather(peers, frame.latencyMs());
        long[] slowerThan = new long[agents.length + 1];
        for (double latency : latencies) {
            slowerThan[below(medians, latency)]++;
        }
        long slower = 0;
        for (int i = agents.length - 1; i >= 0; i--) {
            slower += slowerThan[i + 1];
            pace[agents[i]] =
                    Double.isNaN(medians[i]) ? Double.NaN : (double) slower / latencies.length;
        }
    }

    /** How many of the ascending values lie below one; NaN comes last and never does. */
    private static int below(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double deviation(double[] values, int n, double median) {
        for (int i = 0; i < n; i++) {
            values[i] = Math.abs(values[i] - median);
        }
        return Quantiles.median(values, 0, n);
    }
}
