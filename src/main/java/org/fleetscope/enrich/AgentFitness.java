package org.fleetscope.enrich;

import java.util.Arrays;
import java.util.List;
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
    private final int[] mainType;
    private final List<Baselines> peerAccuracy;
    private final List<Ranks> peerLatency;

    private AgentFitness(EnrichInput input) {
        this.input = input;
        this.frame = input.scope();
        this.mainType = MainTypes.of(frame);
        PeerGroups peers = input.peers();
        peerAccuracy = peers.each(frame.accuracy(), Baselines::ofAll);
        peerLatency = peers.each(frame.latencyMs(), Ranks::new);
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
        int group =
                mainType[agent] < 0
                        ? input.peers().everyone()
                        : input.peers().ofType(mainType[agent]);
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
        double median = Quantiles.median(latencies, 0, timed);
        return new FitnessParts(
                FitnessParts.wilson(successes, known),
                accurate == 0 ? Double.NaN : drawn(accuracies, accurate, group),
                slower(group, median),
                1 / (1 + deviation(latencies, timed, median) / median),
                deadlines == 0 ? Double.NaN : (double) met / deadlines,
                group);
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

    private double slower(int group, double median) {
        Ranks latencies = peerLatency.get(group);
        return Double.isNaN(median)
                ? Double.NaN
                : (double) (latencies.size() - latencies.notAbove(median)) / latencies.size();
    }

    private static double deviation(double[] values, int n, double median) {
        for (int i = 0; i < n; i++) {
            values[i] = Math.abs(values[i] - median);
        }
        return Quantiles.median(values, 0, n);
    }
}
