package org.fleetscope.ui.sql;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.fleetscope.workspace.SqlAnswer;
import org.jspecify.annotations.Nullable;

/** Cells of an answer as text: numbers with all their digits, missing ones as SQL names them. */
final class CellText {
    static final String MISSING = "NULL";

    private static final double PLAIN_BELOW = 1e15;
    private static final double PLAIN_ABOVE = 1e-6;

    /** Numbers by value, all else as text, missing last. */
    static final Comparator<@Nullable Object> ORDER =
            Comparator.nullsLast((a, b) ->
                    a instanceof Number x && b instanceof Number y
                            ? Double.compare(x.doubleValue(), y.doubleValue())
                            : String.valueOf(a).compareTo(String.valueOf(b)));

    private CellText() {}

    static String of(@Nullable Object cell) {
        return switch (cell) {
            case null -> MISSING;
            case Double number -> number(number);
            default -> String.valueOf(cell);
        };
    }

    /** The shortest digits that name the number, without an exponent where they are few. */
    private static String number(double value) {
        double size = Math.abs(value);
        if (value == Math.rint(value) && size < PLAIN_BELOW) {
            return Long.toString((long) value);
        }
        return Double.isFinite(value) && size >= PLAIN_ABOVE && size < PLAIN_BELOW
                ? new BigDecimal(Double.toString(value)).toPlainString()
                : Double.toString(value);
    }

    /** Rows with a header as tab-separated text for the clipboard; missing is empty. */
    static String tsv(SqlAnswer answer, List<List<@Nullable Object>> rows) {
        StringBuilder text = new StringBuilder(String.join("\t", answer.names()));
        for (List<@Nullable Object> row : rows) {
            text.append('\n')
                    .append(
                            row.stream()
                                    .map(cell -> cell == null ? "" : flat(of(cell)))
                                    .collect(Collectors.joining("\t")));
        }
        return text.append('\n').toString();
    }

    private static String flat(String text) {
        return text.replaceAll("[\\t\\r\\n]+", " ");
    }
}
