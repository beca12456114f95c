package org.fleetscope.enrich;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.fleetscope.model.Times;

/**
 * Features of an agent's history, of tasks and of the calendar once more, from the definitions
 * alone; as {@link NaiveFeatures}. Runs of the list are in order of task_id.
 */
final class NaiveHistory {
    private final List<Runs.Run> all;
    private final int[] scope;
    private final RunOutcomes outcomes;
    private final NaiveFeatures peers;

    /**
     * @param outcomes of the runs in scope
     */
    NaiveHistory(List<Runs.Run> all, int[] scope, RunOutcomes outcomes) {
        this.all = all;
        this.scope = scope;
        this.outcomes = outcomes;
        this.peers = new NaiveFeatures(all, scope);
    }

    /** Value for a position in the scope; NaN for missing. */
    double value(String feature, int position) {
        Runs.Run run = all.get(scope[position]);
        ZonedDateTime at =
                Instant.EPOCH
                        .plus(run.recordedAt(), ChronoUnit.MICROS)
                        .atZone(java.time.ZoneOffset.UTC);
        int day = at.getDayOfWeek().getValue();
        return switch (feature) {
            case "hour_of_day" -> at.getHour();
            case "day_of_week" -> day;
            case "is_peak_hour" -> day <= 5 && at.getHour() >= 9 && at.getHour() < 18 ? 1 : 0;
            case "execution_hour_encoded.sin" -> Math.sin(2 * Math.PI * at.getHour() / 24);
            case "execution_hour_encoded.cos" -> Math.cos(2 * Math.PI * at.getHour() / 24);
            case "execution_day_encoded.sin" -> Math.sin(2 * Math.PI * (day - 1) / 7);
            case "execution_day_encoded.cos" -> Math.cos(2 * Math.PI * (day - 1) / 7);
            case "experience_level" -> experience(peers.value("experience", run));
            case "workload_level" -> workload(peers.value("concurrent_runs", run));
            case "latency_trend" -> trend(run, Runs.Run::latencyMs);
            case "accuracy_trend" -> trend(run, Runs.Run::accuracy);
            case "throughput_trend" -> throughput(run);
            case "task_complexity_score" -> complexity(outcomes.complexity()[position]);
            case "resource_correlation" -> correlation(scope[position]);
            case "agent_fitness_score" -> fitness(run.agent());
            case "source_layer_encoded" ->
                    scoped().stream()
                            .map(Runs.Run::layer)
                            .distinct()
                            .sorted()
                            .toList()
                            .indexOf(run.layer());
            case "priority_encoded" -> List.of(1, 25, 50, 75, 100).indexOf(run.priority());
            default -> throw new IllegalArgumentException(feature);
        };
    }

    private List<Runs.Run> scoped() {
        return IntStream.of(scope).mapToObj(all::get).toList();
    }

    private static double experience(double before) {
        return before < 100 ? 0 : before < 1000 ? 1 : before < 10_000 ? 2 : 3;
    }

    private static double workload(double runs) {
        if (Double.isNaN(runs)) {
            return runs;
        }
        return runs == 1 ? 0 : runs <= 3 ? 1 : runs <= 7 ? 2 : runs <= 15 ? 3 : 4;
    }

    private double trend(Runs.Run run, ToDoubleFunction<Runs.Run> metric) {
        List<double[]> points = new ArrayList<>();
        for (Runs.Run other : all) {
            boolean inside =
                    other.recordedAt() > run.recordedAt() - Times.HOUR
                            && other.recordedAt() <= run.recordedAt();
            double y = metric.applyAsDouble(other);
            if (other.agent() == run.agent() && inside && !Double.isNaN(y)) {
                points.add(new double[] {(other.recordedAt() - run.recordedAt()) / 3.6e9, y});
            }
        }
        boolean told = points.size() >= 5 && !Double.isNaN(metric.applyAsDouble(run));
        return told ? slope(points) : Double.NaN;
    }

    private double throughput(Runs.Run run) {
        long minute = Math.floorDiv(run.recordedAt(), Times.MINUTE);
        List<double[]> points = new ArrayList<>();
        for (long m = minute - 60; m < minute; m++) {
            double runs = 0;
            for (Runs.Run other : all) {
                boolean inside = Math.floorDiv(other.recordedAt(), Times.MINUTE) == m;
                runs += other.agent() == run.agent() && inside ? 1 : 0;
            }
            points.add(new double[] {(m - minute) / 60.0, runs});
        }
        return slope(points);
    }

    /** NaN without spread in x. */
    private static double slope(List<double[]> points) {
        double meanX = points.stream().mapToDouble(p -> p[0]).average().orElseThrow();
        double meanY = points.stream().mapToDouble(p -> p[1]).average().orElseThrow();
        double xy = points.stream().mapToDouble(p -> (p[0] - meanX) * (p[1] - meanY)).sum();
        double xx = points.stream().mapToDouble(p -> (p[0] - meanX) * (p[0] - meanX)).sum();
        return xx == 0 ? Double.NaN : xy / xx;
    }

    private double complexity(double own) {
        double rank = 0;
        for (double other : outcomes.taskComplexities()) {
            rank += other < own ? 1 : other == own ? 0.5 : 0;
        }
        return Double.isNaN(own) ? Double.NaN : 100 * rank / outcomes.taskComplexities().length;
    }

    private double correlation(int row) {
        List<Integer> ofAgent =
                IntStream.of(scope)
                        .boxed()
                        .filter(other -> all.get(other).agent() == all.get(row).agent())
                        .sorted((a, b) -> {
                            int byTime =
                                    Long.compare(all.get(a).recordedAt(), all.get(b).recordedAt());
                            return byTime != 0 ? byTime : Integer.compare(a, b);
                        })
                        .toList();
        int own = ofAgent.indexOf(row);
        List<double[]> pairs = new ArrayList<>();
        for (int i = Math.max(0, own - 99); i <= own; i++) {
            Runs.Run run = all.get(ofAgent.get(i));
            double cost = peers.cost(run);
            if (!Double.isNaN(run.latencyMs()) && !Double.isNaN(cost)) {
                // Costs that are equal but for rounding are ties.
                pairs.add(new double[] {run.latencyMs(), Math.rint(cost * 1e10)});
            }
        }
        boolean whole =
                !Double.isNaN(all.get(row).latencyMs()) && !Double.isNaN(peers.cost(all.get(row)));
        return whole && pairs.size() >= 20 ? spearman(pairs) : Double.NaN;
    }

    private static double spearman(List<double[]> pairs) {
        List<double[]> ranks =
                pairs.stream()
                        .map(p -> new double[] {rank(pairs, 0, p[0]), rank(pairs, 1, p[1])})
                        .toList();
        double toX = slope(ranks);
        double toY = slope(ranks.stream().map(r -> new double[] {r[1], r[0]}).toList());
        // The product of both regressions' slopes is the square of the correlation.
        return Math.signum(toX) * Math.sqrt(toX * toY);
    }

    private static double rank(List<double[]> pairs, int which, double value) {
        double rank = 0.5;
        for (double[] pair : pairs) {
            rank += pair[which] < value ? 1 : pair[which] == value ? 0.5 : 0;
        }
        return rank;
    }

    private double fitness(int agent) {
        int known = 0;
        int successes = 0;
        int deadlines = 0;
        int met = 0;
        List<Runs.Run> own = new ArrayList<>();
        for (int i = 0; i < scope.length; i++) {
            Runs.Run run = all.get(scope[i]);
            if (run.agent() != agent) {
                continue;
            }
            own.add(run);
            int result = outcomes.success()[i];
            boolean told = result != RunOutcomes.UNKNOWN || !Double.isNaN(run.accuracy());
            known += told ? 1 : 0;
            boolean success =
                    result == RunOutcomes.UNKNOWN
                            ? run.accuracy() >= 0.5
                            : result == RunOutcomes.YES;
            successes += success ? 1 : 0;
            deadlines += outcomes.deadline()[i] == RunOutcomes.UNKNOWN ? 0 : 1;
            met += outcomes.deadline()[i] == RunOutcomes.YES ? 1 : 0;
        }
        List<Runs.Run> group = peers.peers(own.getFirst());
        double[] latencies = known(own, Runs.Run::latencyMs);
        double median = NaiveFeatures.middle(latencies);
        double[] distances = DoubleStream.of(latencies).map(l -> Math.abs(l - median)).toArray();
        double mad = NaiveFeatures.middle(DoubleStream.of(distances).sorted().toArray());
        double[] accuracies = known(own, Runs.Run::accuracy);
        double peerMean = DoubleStream.of(known(group, Runs.Run::accuracy)).average().orElse(0);
        double[] peerLatencies = known(group, Runs.Run::latencyMs);
        double slower = DoubleStream.of(peerLatencies).filter(l -> l > median).count();
        if (known == 0 || accuracies.length == 0 || latencies.length == 0) {
            return Double.NaN;
        }
        double a = (DoubleStream.of(accuracies).sum() + 20 * peerMean) / (accuracies.length + 20);
        double score =
                0.35 * wilson(successes, known)
                        + 0.25 * a
                        + 0.2 * slower / peerLatencies.length
                        + 0.1 / (1 + mad / median);
        return deadlines == 0 ? 100 * score / 0.9 : 100 * (score + 0.1 * met / deadlines);
    }

    /** The smaller root of (p̂ − p)² = z²·p·(1 − p)/n, which the bound is by its definition. */
    private static double wilson(double successes, double n) {
        double z = 1.959963984540054;
        double share = successes / n;
        double a = 1 + z * z / n;
        double b = -2 * share - z * z / n;
        return (-b - Math.sqrt(Math.max(0, b * b - 4 * a * share * share))) / (2 * a);
    }

    private static double[] known(List<Runs.Run> runs, ToDoubleFunction<Runs.Run> metric) {
        return runs.stream()
                .mapToDouble(metric)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
    }
}
