package org.fleetscope.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.fleetscope.model.CellType;
import org.jspecify.annotations.Nullable;

/** Finds the type of a column by its cells; a blank cell fits every type. */
final class CellTypes {
    private static final Pattern NUMBER =
            Pattern.compile(
                    "[+-]?(\\d{1,3}([, .]\\d{3})+([.,]\\d+)?|\\d+([.,]\\d+)?|[.,]\\d+)([eE][+-]?\\d+)?");
    private static final Pattern TIME =
            Pattern.compile(
                    "(\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{4})"
                            + "([T ]\\d{1,2}:\\d{2}(:\\d{2}([.,]\\d+)?)?)?"
                            + "( ?(Z|UTC|[+-]\\d{2}:?\\d{2}))?");

    private final Set<CellType> seen = EnumSet.noneOf(CellType.class);

    void add(@Nullable String cell) {
        if (cell != null && !seen.contains(CellType.TEXT) && !cell.isBlank()) {
            seen.add(of(cell.strip()));
        }
    }

    /** The narrowest type that all cells have. */
    CellType type() {
        if (seen.isEmpty()) {
            return CellType.EMPTY;
        }
        if (seen.size() == 1) {
            return seen.iterator().next();
        }
        return EnumSet.of(CellType.INTEGER, CellType.DECIMAL).containsAll(seen)
                ? CellType.DECIMAL
                : CellType.TEXT;
    }

    /** Type of one cell without surrounding blanks. */
    static CellType of(String text) {
        char first = text.charAt(0);
        if (first == '{' || first == '[') {
            return isJson(text) ? CellType.JSON : CellType.TEXT;
        }
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return CellType.BOOLEAN;
        }
        if (text.length() == UuidText.LENGTH && UuidText.parse(text) != null) {
            return CellType.UUID;
        }
        if (first <= '9' && first >= '+') {
            return TIME.matcher(text).matches()
                    ? CellType.TIMESTAMP
                    : NUMBER.matcher(text).matches() ? number(text) : CellType.TEXT;
        }
        return CellType.TEXT;
    }

    private static CellType number(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && c != '-' && c != '+') {
                return CellType.DECIMAL;
            }
        }
        return CellType.INTEGER;
    }

    private static boolean isJson(String text) {
        try {
            return JsonRow.MAPPER.readTree(text) != null;
        } catch (JsonProcessingException noJson) {
            return false;
        }
    }
}
