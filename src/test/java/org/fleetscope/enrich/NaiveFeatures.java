package org.fleetscope.enrich;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The features once more, from the definitions alone: every row looks at every other one. Slow, and
 * with nothing in common with the code under test.
 */
final class NaiveFeatures {
    private final List<Runs.Run> all;
    private final List<Runs.Run> scope;

    NaiveFeatures(List<Runs.Run> all, int[] scopeRows) {
        this.all = all;
        this.scope = IntStream.of(scopeRows).mapToObj(all::get).toList();
    }

    double value(String feature, Runs.Run run) {
        return switch (feature) {
            case "performance_score" -> {
                double median = median(run, Runs.Run::latencyMs);
                double speed = median / (median + run.latencyMs());
                yield 100 * (0.5 * run.accuracy() + 0.3 * speed + 0.2 / (1 + cost(run)));
            }
            case "efficiency_ratio" -> rate(run) / positive(median(run, NaiveFeatures::rate));
            case "resource_efficiency" -> run.accuracy() / (run.accuracy() + cost(run));
            case "cpu_efficiency" -> against(run, NaiveFeatures::cpuSeconds);
            case "memory_efficiency" -> against(run, NaiveFeatures::memorySeconds);
            case "network_efficiency" -> against(run, r -> network(r) / (r.latencyMs() / 1000));
            case "latency_zscore" -> {
                double[] known = known(peers(run), Runs.Run::latencyMs);
                yield (run.latencyMs() - mean(known)) / positive(sd(known));
            }
            case "accuracy_percentile" -> percentile(run);
            case "concurrent_runs" -> Double.isNaN(run.latencyMs()) ? Double.NaN : concurrent(run);
            case "experience" -> all.stream().filter(other -> isBefore(other, run)).count();
            default -> throw new IllegalArgumentException(feature);
        };
    }

    /** 1, 0 or NaN. */
    double flag(Runs.Run run, List<ToDoubleFunction<Runs.Run>> metrics) {
        double answer = Double.NaN;
        for (ToDoubleFunction<Runs.Run> metric : metrics) {
            double[] known =
                    known(scope.stream().filter(r -> r.agent() == run.agent()).toList(), metric);
            double distance = Math.abs(metric.applyAsDouble(run) - mean(known));
            double limit = 2 * sd(known);
            if (!Double.isNaN(distance) && !Double.isNaN(limit)) {
                answer = answer == 1 || distance > limit ? 1 : 0;
            }
        }
        return answer;
    }

    static double network(Runs.Run run) {
        return run.network() < 0 ? Double.NaN : run.network();
    }

    List<Runs.Run> peers(Runs.Run run) {
        List<Runs.Run> same = scope.stream().filter(r -> r.type().equals(run.type())).toList();
        return same.size() < 30 ? scope : same;
    }

    double cost(Runs.Run run) {
        List<ToDoubleFunction<Runs.Run>> terms =
                List.of(
                        NaiveFeatures::cpuSeconds,
                        NaiveFeatures::memorySeconds,
                        NaiveFeatures::network);
        double[] weights = {0.5, 0.3, 0.2};
        double left = 0;
        for (int i = 0; i < 3; i++) {
            left += counts(run, terms.get(i)) ? weights[i] : 0;
        }
        double cost = left == 0 ? Double.NaN : 0;
        for (int i = 0; i < 3; i++) {
            if (counts(run, terms.get(i))) {
                cost +=
                        weights[i]
                                / left
                                * terms.get(i).applyAsDouble(run)
                                / median(run, terms.get(i));
            }
        }
        return cost;
    }

    private boolean counts(Runs.Run run, ToDoubleFunction<Runs.Run> term) {
        double median = median(run, term);
        return !Double.isNaN(term.applyAsDouble(run)) && !Double.isNaN(median) && median != 0;
    }

    private double percentile(Runs.Run run) {
        double[] known = known(peers(run), Runs.Run::accuracy);
        double below = 0;
        for (double other : known) {
            below += other < run.accuracy() ? 1 : other == run.accuracy() ? 0.5 : 0;
        }
        return Double.isNaN(run.accuracy()) ? Double.NaN : 100 * below / known.length;
    }

    private double concurrent(Runs.Run run) {
        return all.stream()
                .filter(r -> r.agent() == run.agent() && !Double.isNaN(r.latencyMs()))
                .filter(r -> start(r).compareTo(end(run)) < 0 && start(run).compareTo(end(r)) < 0)
                .count();
    }

    private static BigDecimal end(Runs.Run run) {
        return BigDecimal.valueOf(run.recordedAt());
    }

    private static BigDecimal start(Runs.Run run) {
        return end(run).subtract(BigDecimal.valueOf(run.latencyMs()).movePointRight(3));
    }

    private boolean isBefore(Runs.Run other, Runs.Run run) {
        Comparator<Runs.Run> order =
                Comparator.comparingLong(Runs.Run::recordedAt).thenComparingInt(all::indexOf);
        return other.agent() == run.agent() && order.compare(other, run) < 0;
    }

    private double against(Runs.Run run, ToDoubleFunction<Runs.Run> consumption) {
        double median = median(run, consumption);
        return median / (median + consumption.applyAsDouble(run));
    }

    private static double rate(Runs.Run run) {
        return run.accuracy() / (run.latencyMs() / 1000);
    }

    private static double cpuSeconds(Runs.Run run) {
        return run.cpu() * run.latencyMs() / 1000;
    }

    private static double memorySeconds(Runs.Run run) {
        return run.memory() * run.latencyMs() / 1000;
    }

    private double median(Runs.Run run, ToDoubleFunction<Runs.Run> quantity) {
        return middle(known(peers(run), quantity));
    }

    /** Median of ascending values. */
    static double middle(double[] sorted) {
        int n = sorted.length;
        return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }

    private static double[] known(List<Runs.Run> runs, ToDoubleFunction<Runs.Run> quantity) {
        return runs.stream()
                .mapToDouble(quantity)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
    }

    private static double mean(double[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> values[i])
                .average()
                .orElse(Double.NaN);
    }

    private static double sd(double[] values) {
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return values.length < 2 ? Double.NaN : Math.sqrt(squares / (values.length - 1));
    }

    private static double positive(double denominator) {
        return denominator == 0 ? Double.NaN : denominator;
    }
}
