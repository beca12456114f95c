package org.fleetscope.ui.aggregations;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.fleetscope.model.Metric;
import org.fleetscope.model.Unit;
import org.fleetscope.ui.support.MetricText;
import org.fleetscope.ui.support.Numbers;

/**
 * A measure of the pivot, in words.
 *
 * @param id as {@code aggregate --measures} has it
 * @param label for people, with its unit
 * @param unit unit of its values
 */
public record PivotMeasure(String id, String label, Unit unit) {
    static final PivotMeasure COUNT = new PivotMeasure("count", "Runs", Unit.COUNT);
    static final PivotMeasure SUCCESS =
            new PivotMeasure("success_rate", "Success, %", Unit.FRACTION);

    private static final List<String> FUNCTIONS =
            List.of(
                    "mean", "sd", "min", "p5", "p25", "p50", "p75", "p90", "p95", "p99", "max",
                    "sum");
    private static final List<Metric> SCORES =
            List.of(
                    new Metric("performance_score", "Performance score", Unit.SCORE),
                    new Metric("efficiency_ratio", "Efficiency ratio", Unit.NONE),
                    new Metric("resource_efficiency", "Resource efficiency", Unit.FRACTION),
                    new Metric("agent_fitness_score", "Fitness", Unit.SCORE));

    /** A measure by its name on the command line; empty for one that is not offered. */
    static Optional<PivotMeasure> read(String id) {
        int open = id.indexOf('(');
        if (open > 0 && id.endsWith(")") && FUNCTIONS.contains(id.substring(0, open))) {
            return Optional.of(
                    of(id.substring(0, open), column(id.substring(open + 1, id.length() - 1))));
        }
        return Stream.of(COUNT, SUCCESS).filter(measure -> measure.id.equals(id)).findFirst();
    }

    private static Metric column(String name) {
        return SCORES.stream()
                .filter(score -> score.id().equals(name))
                .findFirst()
                .orElseGet(() -> MetricText.metric(name));
    }

    static PivotMeasure of(String function, Metric metric) {
        String unit =
                switch (metric.unit()) {
                    case FRACTION -> ", %";
                    case NONE, SCORE -> "";
                    default -> ", " + metric.unit().symbol();
                };
        return new PivotMeasure(
                function + "(" + metric.id() + ")",
                metric.label() + " " + function + unit,
                metric.unit());
    }

    /** What can be chosen, by metric. */
    static Map<String, List<PivotMeasure>> choices(List<String> customMetrics) {
        List<Metric> metrics = new ArrayList<>(Metric.REPORTED);
        metrics.addAll(SCORES);
        customMetrics.forEach(name -> metrics.add(Metric.custom(name)));
        Map<String, List<PivotMeasure>> choices = new LinkedHashMap<>();
        for (Metric metric : metrics) {
            choices.put(
                    metric.label(),
                    FUNCTIONS.stream().map(function -> of(function, metric)).toList());
        }
        return choices;
    }

    /** A value without its unit, which the header has. */
    String text(double value) {
        if (!Double.isFinite(value)) {
            return "";
        }
        return switch (unit) {
            case COUNT -> Numbers.count(Math.round(value));
            case FRACTION -> Numbers.percentNumber(value);
            case SCORE -> Numbers.fixed(value, 1);
            default -> Numbers.plain(value);
        };
    }
}
