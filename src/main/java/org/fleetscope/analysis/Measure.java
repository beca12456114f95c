package org.fleetscope.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A number taken of a group of runs: {@code count}, {@code success_rate}, or a function of a column
 * such as {@code p95(latency_ms)}.
 *
 * @param column id of the column; null for count and success_rate
 */
public record Measure(Function function, @Nullable String column) {
    /** What is computed; missing values of the column are left out. */
    public enum Function {
        COUNT,
        SUCCESS_RATE,
        MEAN,
        SD,
        MIN,
        MAX,
        SUM,
        P1,
        P5,
        P10,
        P25,
        P50,
        P75,
        P90,
        P95,
        P99;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean ofColumn() {
            return this != COUNT && this != SUCCESS_RATE;
        }
    }

    /** What is shown when nothing else is asked for. */
    public static final String DEFAULTS =
            "count,mean(latency_ms),p50(latency_ms),p95(latency_ms),p99(latency_ms),mean(accuracy),success_rate";

    public Measure {
        if (function.ofColumn() != (column != null)) {
            throw new IllegalArgumentException(
                    function.id() + (column == null ? " needs" : " takes no") + " column");
        }
    }

    /** Header and spelling on the command line. */
    public String id() {
        return column == null ? function.id() : function.id() + "(" + column + ")";
    }

    /**
     * Reads measures separated by commas; a comma inside parentheses belongs to a column's name.
     *
     * @throws IllegalArgumentException when one can't be read; the message names the allowed
     *     functions
     */
    public static List<Measure> parse(String text) {
        List<Measure> measures = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i == text.length() ? ',' : text.charAt(i);
            if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
            }
            if (i == text.length() || (c == ',' && depth == 0)) {
                measures.add(one(text.substring(from, i).strip()));
                from = i + 1;
            }
        }
        return List.copyOf(measures);
    }

    private static Measure one(String text) {
        int open = text.indexOf('(');
        boolean ofColumn = open > 0 && text.endsWith(")") && text.length() > open + 2;
        String name = ofColumn ? text.substring(0, open).strip() : text;
        for (Function function : Function.values()) {
            if (function.id().equals(name) && function.ofColumn() == ofColumn) {
                return new Measure(
                        function,
                        ofColumn ? text.substring(open + 1, text.length() - 1).strip() : null);
            }
        }
        String functions =
                Arrays.stream(Function.values())
                        .filter(Function::ofColumn)
                        .map(Function::id)
                        .collect(Collectors.joining(", "));
        throw new IllegalArgumentException(
                "no measure \""
                        + text
                        + "\"; there are count, success_rate, and of a column, as in p95(latency_ms): "
                        + functions);
    }
}
