package org.fleetscope.ingest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value as the cells of a table's row: members of inner objects under dotted names, arrays
 * as JSON text, numbers as they are spelled, null as a missing cell. A value that is no object is
 * one cell.
 */
final class JsonCells {
    /** Name of the cell of a value that is no object. */
    static final String VALUE = "value";

    /** Levels of objects that become columns; deeper ones are JSON text. */
    private static final int DEEPEST_COLUMNS = 16;

    /** Takes cells. */
    interface Cells {
        void cell(String name, @Nullable String text);
    }

    private final String text;
    private final Cells to;
    private final Deque<String> prefixes = new ArrayDeque<>();

    private JsonCells(String text, Cells to) {
        this.text = text;
        this.to = to;
    }

    /**
     * Reads a stretch that is one value.
     *
     * @throws JsonFaultException when it is none
     */
    static void of(byte[] bytes, int start, int end, Cells to) throws JsonFaultException {
        JsonText.read(
                bytes,
                start,
                end,
                (parser, text) -> {
                    new JsonCells(text, to).read(parser);
                    return to;
                });
    }

    private void read(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            to.cell(VALUE, text(parser, parser.currentToken()));
            return;
        }
        prefixes.push("");
        while (!prefixes.isEmpty()) {
            member(parser, parser.nextToken());
        }
    }

    private void member(JsonParser parser, JsonToken token) throws IOException {
        if (token == JsonToken.END_OBJECT) {
            prefixes.pop();
            return;
        }
        String name = prefixes.peek() + parser.currentName();
        JsonToken value = parser.nextToken();
        if (value == JsonToken.START_OBJECT && prefixes.size() < DEEPEST_COLUMNS) {
            prefixes.push(name + ".");
        } else {
            to.cell(name, text(parser, value));
        }
    }

    private @Nullable String text(JsonParser parser, JsonToken token) throws IOException {
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        if (!token.isStructStart()) {
            return parser.getText();
        }
        int from = (int) parser.currentTokenLocation().getCharOffset();
        parser.skipChildren();
        return text.substring(from, (int) parser.currentLocation().getCharOffset());
    }
}
