package org.fleetscope.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fleetscope.model.MetricDifference;
import org.fleetscope.model.Scope;
import org.fleetscope.model.Unit;
import org.fleetscope.ui.support.MetricText;
import org.fleetscope.ui.support.Numbers;
import org.fleetscope.ui.support.TimeText;

/** Differences in words. */
final class CompareText {
    static final String ALL_RUNS = "All runs";
    private static final double SMALLEST_P = 0.0001;

    private CompareText() {}

    static String verdict(MetricDifference.Verdict verdict) {
        return switch (verdict) {
            case WORSE -> "Worse";
            case BETTER -> "Better";
            case CHANGED -> "Changed";
            case SAME -> "No difference";
            case UNKNOWN -> "Too few runs";
        };
    }

    /** "+12.4 ms", with a true minus sign. */
    static String signed(double value, Unit unit) {
        if (Double.isNaN(value)) {
            return Numbers.MISSING;
        }
        String size = Numbers.of(Math.abs(value), unit);
        return value > 0 ? "+" + size : value < 0 ? "\u2212" + size : size;
    }

    /** "+12.4 ms to +15.1 ms". */
    static String interval(MetricDifference difference) {
        Unit unit = unit(difference);
        return Double.isNaN(difference.low())
                ? Numbers.MISSING
                : signed(difference.low(), unit) + " to " + signed(difference.high(), unit);
    }

    static String mean(MetricDifference difference, MetricDifference.Side side) {
        return Numbers.of(side.mean(), unit(difference));
    }

    static String adjusted(MetricDifference difference) {
        return signed(difference.adjusted(), unit(difference));
    }

    /** The probability with three decimals; "< 0.0001" below that. */
    static String probability(double p) {
        if (Double.isNaN(p)) {
            return Numbers.MISSING;
        }
        return p < SMALLEST_P ? "< 0.0001" : Numbers.fixed(p, 4);
    }

    /** A scope in words: its time, then its values as many as there are. */
    static String scope(Scope scope, TimeText times) {
        List<String> parts = new ArrayList<>();
        parts.add(times.range(scope.time()));
        add(parts, scope.types().size(), "type", scope.types().stream().findFirst());
        add(parts, scope.agents().size(), "agent", Optional.empty());
        add(parts, scope.hosts().size(), "host", scope.hosts().stream().findFirst());
        add(
                parts,
                scope.priorities().size(),
                "priority",
                scope.priorities().stream().findFirst().map(String::valueOf));
        add(parts, scope.layers().size(), "layer", scope.layers().stream().findFirst());
        return String.join(" · ", parts);
    }

    private static void add(List<String> parts, int count, String what, Optional<String> only) {
        if (count == 1 && only.isPresent()) {
            parts.add(what + " " + only.get());
        } else if (count > 0) {
            parts.add(
                    count
                            + (what.endsWith("y")
                                    ? " priorities"
                                    : " " + what + (count == 1 ? "" : "s")));
        }
    }

    private static Unit unit(MetricDifference difference) {
        return MetricText.metric(difference.metric()).unit();
    }
}
