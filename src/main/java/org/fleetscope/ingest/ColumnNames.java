package org.fleetscope.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What columns of foreign tables are called, from the data file {@code column-names.json}: words
 * for each field in the order in which they count, and spellings of units. Immutable.
 */
final class ColumnNames {
    private static final String RESOURCE = "column-names.json";

    /** Score of a column whose name is a field's first word, of one that only has it in it. */
    private static final int EXACT = 200;

    private static final int PART = 80;

    private final JsonNode data;
    private final Map<String, String> units = new HashMap<>();

    private ColumnNames(JsonNode data) {
        this.data = data;
        data.path("units")
                .properties()
                .forEach(unit ->
                        unit.getValue()
                                .forEach(name -> units.put(name.textValue(), unit.getKey())));
    }

    static ColumnNames read() {
        try (InputStream in =
                Objects.requireNonNull(ColumnNames.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return new ColumnNames(JsonRow.MAPPER.readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " does not load", e);
        }
    }

    /**
     * A column's name in words.
     *
     * @param words lower case, joined by underscores, without the unit
     * @param unit at its end; null for none
     */
    record Words(String words, @Nullable String unit) {}

    /** The words of a column's name: parts by case, punctuation and digits' ends. */
    Words words(String column) {
        List<String> parts =
                new ArrayList<>(
                        Arrays.asList(
                                column.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                                        .toLowerCase(Locale.ROOT)
                                        .split("[^\\p{L}\\p{N}%‰]+")));
        parts.removeIf(String::isEmpty);
        String unit = parts.size() < 2 ? null : units.get(parts.getLast());
        if (unit != null) {
            parts.removeLast();
        } else if (!parts.isEmpty() && parts.getLast().endsWith("%")) {
            unit = "%";
            parts.set(parts.size() - 1, parts.getLast().replace("%", ""));
        }
        return new Words(String.join("_", parts), unit);
    }

    /** How well a name fits a field; 0 when it does not. The whole name counts more than a part. */
    int score(String field, String column, Words words) {
        String whole = column.toLowerCase(Locale.ROOT);
        int rank = 0;
        int best = 0;
        for (JsonNode entry : data.path("fields").path(field)) {
            String name = entry.textValue();
            if (name.equals(words.words()) || name.equals(whole)) {
                best = Math.max(best, EXACT - rank);
            } else if (("_" + words.words() + "_").contains("_" + name + "_")) {
                best = Math.max(best, PART - rank);
            }
            rank++;
        }
        return Math.max(best, 0);
    }

    boolean isStart(Words words) {
        return has("start", words.words());
    }

    boolean isEnd(Words words) {
        return has("end", words.words());
    }

    boolean isGood(String value) {
        return has("good", value);
    }

    boolean isBad(String value) {
        return has("bad", value);
    }

    private boolean has(String list, String word) {
        for (JsonNode entry : data.path(list)) {
            if (entry.textValue().equals(word)) {
                return true;
            }
        }
        return false;
    }
}
