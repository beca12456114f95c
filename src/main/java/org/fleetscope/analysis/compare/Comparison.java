package org.fleetscope.analysis.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.fleetscope.job.JobContext;
import org.fleetscope.job.Progress;
import org.fleetscope.model.Metric;
import org.fleetscope.model.MetricDifference;
import org.fleetscope.model.MetricDifference.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Compares two sets of runs metric by metric, all runs and each agent that both have with itself,
 * worst first. See {@link AdjustedDifference}.
 */
public final class Comparison {
    /** Metrics of which more is worse. */
    private static final Set<String> COSTS =
            Set.of(Metric.LATENCY.id(), Metric.CPU.id(), Metric.MEMORY.id(), Metric.NETWORK.id());

    /** Metrics of which less is worse. */
    private static final Set<String> GAINS = Set.of(Metric.ACCURACY.id(), RunSet.SUCCESS);

    private Comparison() {}

    /**
     * All differences: significant ones that are worse first, the largest effect first, then the
     * others by the size of their effect. O(runs × metrics).
     *
     * @throws java.util.concurrent.CancellationException when the job was cancelled
     */
    public static List<MetricDifference> of(RunSet a, RunSet b, JobContext job) {
        Set<String> metrics = new LinkedHashSet<>(a.metrics());
        metrics.addAll(b.metrics());
        List<MetricDifference> found = new ArrayList<>();
        Map<UUID, Integer> agentsA = a.agents();
        Map<UUID, Integer> agentsB = b.agents();
        int done = 0;
        for (String metric : metrics) {
            job.checkCancelled();
            job.progress(new Progress("Comparing", done++, metrics.size(), "metrics", 0));
            double[] valuesA = a.values(metric);
            double[] valuesB = b.values(metric);
            found.add(difference(null, metric, a, valuesA, a.allRows(), b, valuesB, b.allRows()));
            for (Map.Entry<UUID, Integer> agent : agentsA.entrySet()) {
                Integer other = agentsB.get(agent.getKey());
                if (other != null) {
                    found.add(
                            difference(
                                    agent.getKey(),
                                    metric,
                                    a,
                                    valuesA,
                                    a.rowsOf(agent.getValue()),
                                    b,
                                    valuesB,
                                    b.rowsOf(other)));
                }
            }
        }
        double[] corrected =
                Holm.corrected(found.stream().mapToDouble(MetricDifference::p).toArray());
        return IntStream.range(0, corrected.length)
                .mapToObj(i -> judged(found.get(i), corrected[i]))
                .sorted(worstFirst())
                .toList();
    }

    private static MetricDifference difference(
            @Nullable UUID agent,
            String metric,
            RunSet a,
            double[] valuesA,
            int[] rowsA,
            RunSet b,
            double[] valuesB,
            int[] rowsB) {
        AdjustedDifference adjusted =
                AdjustedDifference.of(a.byMix(valuesA, rowsA), b.byMix(valuesB, rowsB));
        MetricDifference.Side ofA = RunSet.side(valuesA, rowsA);
        MetricDifference.Side ofB = RunSet.side(valuesB, rowsB);
        return new MetricDifference(
                agent,
                metric,
                ofA,
                ofB,
                ofB.mean() - ofA.mean(),
                adjusted.value(),
                adjusted.value() - adjusted.reach(),
                adjusted.value() + adjusted.reach(),
                adjusted.effect(),
                adjusted.p(),
                Double.NaN,
                adjusted.compared(),
                Verdict.UNKNOWN);
    }

    private static MetricDifference judged(MetricDifference of, double corrected) {
        Verdict verdict =
                Double.isNaN(corrected)
                        ? Verdict.UNKNOWN
                        : corrected > MetricDifference.SIGNIFICANT ? Verdict.SAME : direction(of);
        return of.judged(corrected, verdict);
    }

    private static Verdict direction(MetricDifference of) {
        if (COSTS.contains(of.metric())) {
            return of.adjusted() > 0 ? Verdict.WORSE : Verdict.BETTER;
        }
        if (GAINS.contains(of.metric())) {
            return of.adjusted() < 0 ? Verdict.WORSE : Verdict.BETTER;
        }
        return Verdict.CHANGED;
    }

    private static Comparator<MetricDifference> worstFirst() {
        return Comparator.comparingInt((MetricDifference d) -> rank(d.verdict()))
                .thenComparing(Comparator.comparingDouble(Comparison::size).reversed())
                .thenComparing(MetricDifference::metric)
                .thenComparing(d -> d.agent() == null ? "" : d.agent().toString());
    }

    private static int rank(Verdict verdict) {
        return switch (verdict) {
            case WORSE -> 0;
            case CHANGED -> 1;
            case BETTER -> 2;
            case SAME -> 3;
            case UNKNOWN -> 4;
        };
    }

    private static double size(MetricDifference of) {
        return Double.isNaN(of.effect()) ? -1 : Math.abs(of.effect());
    }
}
