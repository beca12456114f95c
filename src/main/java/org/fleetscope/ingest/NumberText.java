package org.fleetscope.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Numbers spelled as text, with the unit of their conversion behind them or not. */
final class NumberText {
    /** Spellings of units that mean the same. */
    private static final Set<String> MILLIS = Set.of("ms", "msec", "millis", "milliseconds");

    private NumberText() {}

    /**
     * The number that a text spells; null when it spells none, or has another unit than the
     * conversion.
     */
    static @Nullable JsonNode parse(String text, @Nullable Conversion conversion) {
        String stripped = text.strip();
        int end = stripped.length();
        while (end > 0 && !isDigitOrPoint(stripped.charAt(end - 1))) {
            end--;
        }
        String unit = stripped.substring(end).strip();
        boolean known =
                unit.isEmpty()
                        || (conversion == null
                                ? MILLIS.contains(unit)
                                : unit.equals(conversion.source()));
        return known && end > 0 ? CsvNumber.parse(stripped.substring(0, end)) : null;
    }

    private static boolean isDigitOrPoint(char c) {
        return (c >= '0' && c <= '9') || c == '.';
    }
}
