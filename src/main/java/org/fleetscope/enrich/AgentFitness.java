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
    private final EnrichInput input;
    private final Frame frame;
    private final List<Baselines> peerAccuracy;
    private final AgentCounts counts;
    private final int[] group;
    private final double[] median;
    private final double[] pace;
    private final double[] deviation;

    private AgentFitness(EnrichInput input) {
        this.input = input;
        this.frame = input.scope();
        PeerGroups peers = input.peers();
        group =
                Arrays.stream(MainTypes.of(frame))
                        .map(type -> type < 0 ? peers.everyone() : peers.ofType(type))
                        .toArray();
        median = new double[group.length];
        deviation = new double[group.length];
        fillLatencies();
        pace = new double[group.length];
        for (int g = 0; g < peers.count(); g++) {
            fillPace(g);
        }
        peerAccuracy = peers.each(frame.accuracy(), Baselines::ofAll);
        counts = AgentCounts.of(frame, input.outcomes());
    }

    /** By agent code; an agent without runs in scope has no part of it. */
    static List<FitnessParts> of(EnrichInput input) {
        AgentFitness fitness = new AgentFitness(input);
        FitnessParts[] parts = new FitnessParts[input.scope().agents().size()];
        Arrays.setAll(parts, fitness::agent);
        return List.of(parts);
    }

    private FitnessParts agent(int agent) {
        int accurate = counts.accurate()[agent];
        FitnessInputs inputs =
                new FitnessInputs(
                        counts.known()[agent],
                        counts.successes()[agent],
                        accurate,
                        accurate == 0 ? Double.NaN : counts.accuracies()[agent] / accurate,
                        peerAccuracy.get(group[agent]).mean(0),
                        median[agent],
                        deviation[agent],
                        counts.deadlines()[agent],
                        counts.met()[agent]);
        return new FitnessParts(
                FitnessParts.wilson(inputs.successes(), inputs.known()),
                drawn(counts.accuracies()[agent], accurate, inputs.peerAccuracy()),
                pace[agent],
                1 / (1 + deviation[agent] / median[agent]),
                inputs.deadlines() == 0 ? Double.NaN : (double) inputs.met() / inputs.deadlines(),
                group[agent],
                inputs);
    }

    private static double drawn(double sum, int n, double peers) {
        return n == 0
                ? Double.NaN
                : (sum + FitnessParts.PRIOR_RUNS * peers) / (n + FitnessParts.PRIOR_RUNS);
    }

    /**
     * Median and deviation of every agent: latencies are brought together by agent in one pass over
     * the rows, since following each agent through them would miss the cache at every run.
     */
    private void fillLatencies() {
        int[] agent = frame.agent();
        double[] latency = frame.latencyMs();
        int[] starts = frame.agentStarts();
        int[] ends = Arrays.copyOf(starts, group.length);
        double[] together = new double[latency.length];
        for (int row = 0; row < latency.length; row++) {
            if (!Double.isNaN(latency[row])) {
                together[ends[agent[row]]++] = latency[row];
            }
        }
        for (int a = 0; a < group.length; a++) {
            median[a] = Quantiles.median(together, starts[a], ends[a]);
            for (int i = starts[a]; i < ends[a]; i++) {
                together[i] = Math.abs(together[i] - median[a]);
            }
            deviation[a] = Quantiles.median(together, starts[a], ends[a]);
        }
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

    /**
     * How many of the ascending values, at least one, lie below one; NaN comes last and never does.
     * Halves without a branch that could be guessed wrong.
     */
    private static int below(double[] sorted, double value) {
        int base = 0;
        for (int left = sorted.length; left > 1; ) {
            int half = left >>> 1;
            base += sorted[base + half - 1] < value ? half : 0;
            left -= half;
        }
        return base + (sorted[base] < value ? 1 : 0);
    }
}
