package org.fleetscope.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns the cells of a record into the JSON object that the same row would be in NDJSON: numbers,
 * booleans and JSON text by their looks, except in columns known to hold text; dotted columns as
 * nested members.
 */
final class CsvCells {
    private static final Set<String> TEXT =
            Set.of(
                    KpiFields.TASK_ID,
                    KpiFields.AGENT_ID,
                    "id",
                    KpiFields.LAYER,
                    KpiFields.TYPE,
                    KpiFields.CONTEXT + "." + KpiFields.HOSTNAME,
                    "agent_type",
                    "state",
                    "status",
                    "error");

    /** A column: where its values go, and whether they stay text. */
    private record Column(MemberPath path, boolean text) {}

    private final List<Column> columns = new ArrayList<>();
    private final boolean decimalComma;
    private final String delimiter;

    CsvCells(CsvDialect dialect, Set<String> textColumns) {
        decimalComma = dialect.decimalComma();
        delimiter = dialect.delimiter();
        for (String name : dialect.columns()) {
            boolean text =
                    TEXT.contains(name)
                            || name.startsWith("metadata.")
                            || textColumns.contains(name);
            columns.add(new Column(MemberPath.of(name), text));
        }
    }

    JsonRow row(List<String> cells) throws MalformedRowException {
        ObjectNode row = JsonRow.MAPPER.createObjectNode();
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            if (i >= columns.size()) {
                if (!cell.isBlank()) {
                    throw new MalformedRowException(
                            cells.size() + " cells",
                            "at most " + columns.size() + " cells, one a column of the header");
                }
            } else if (!cell.isBlank()) {
                put(row, columns.get(i), cell);
            }
        }
        return new JsonRow(row, null, null);
    }

    private void put(ObjectNode row, Column column, String cell) {
        column.path.set(row, column.text ? TextNode.valueOf(cell.strip()) : value(cell));
    }

    private JsonNode value(String cell) {
        String text = cell.strip();
        JsonNode number = number(text);
        if (number != null) {
            return number;
        }
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return BooleanNode.valueOf(text.equalsIgnoreCase("true"));
        }
        if (text.startsWith("{") || text.startsWith("[")) {
            try {
                return JsonRow.MAPPER.readTree(text);
            } catch (JsonProcessingException noJson) {
                return TextNode.valueOf(text);
            }
        }
        return TextNode.valueOf(text);
    }

    private @Nullable JsonNode number(String cell) {
        char first = cell.charAt(0);
        if (first > '9' || first < '+') {
            return null;
        }
        if (cell.indexOf(',') < 0 && !decimalComma) {
            JsonNode plain = CsvNumber.parse(cell);
            return plain == null ? CsvNumber.parseGrouped(cell, false) : plain;
        }
        JsonNode grouped = CsvNumber.parseGrouped(cell, decimalComma);
        if (grouped != null) {
            return grouped;
        }
        boolean comma = (decimalComma || !delimiter.contains(",")) && cell.indexOf('.') < 0;
        return CsvNumber.parse(comma ? cell.replace(',', '.') : cell);
    }
}
