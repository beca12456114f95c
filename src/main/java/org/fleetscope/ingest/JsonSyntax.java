package org.fleetscope.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fleetscope.model.RowField;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are JSON objects, on one line or on several. Numbers keep every digit when a row is
 * written again.
 */
final class JsonSyntax implements RowSyntax {
    private static final ObjectMapper EXACT =
            JsonRow.MAPPER
                    .copy()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false);

    @Override
    public JsonRow parse(String text) throws MalformedRowException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return JsonRow.parse(bytes, 0, bytes.length);
    }

    @Override
    public List<RowField> fields(String text) throws MalformedRowException {
        List<RowField> fields = new ArrayList<>();
        for (Map.Entry<String, JsonNode> member : exact(text).properties()) {
            fields.add(new RowField(member.getKey(), member.getValue().toString()));
        }
        return fields;
    }

    @Override
    public String write(List<RowField> fields) {
        ObjectNode row = EXACT.createObjectNode();
        for (RowField field : fields) {
            JsonNode value = value(field.value());
            if (value != null && !field.name().isEmpty()) {
                row.set(field.name(), value);
            }
        }
        return row.toString();
    }

    @Override
    public String change(String text, List<String> names, Change change)
            throws MalformedRowException {
        ObjectNode row = exact(text);
        for (String name : names) {
            if (change(row, name, change)) {
                return row.toString();
            }
        }
        String added = change.of("", false);
        if (added.isEmpty() || added.equals(Change.REMOVED)) {
            return text;
        }
        put(row, names.getFirst(), value(added));
        return row.toString();
    }

    private static boolean change(ObjectNode holder, String name, Change change) {
        JsonNode found = holder.get(name);
        if (found != null) {
            String old = found.isValueNode() && !found.isNull() ? found.asText() : "";
            String changed = change.of(old, found.isNumber());
            if (changed.equals(Change.REMOVED)) {
                holder.remove(name);
            } else if (!changed.equals(old)) {
                JsonNode value = value(changed);
                holder.set(name, value == null ? NullNode.getInstance() : value);
            }
            return true;
        }
        for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
            if (holder.get(name.substring(0, dot)) instanceof ObjectNode inner
                    && change(inner, name.substring(dot + 1), change)) {
                return true;
            }
        }
        return false;
    }

    private static void put(ObjectNode row, String name, @Nullable JsonNode value) {
        int dot = name.indexOf('.');
        if (dot > 0) {
            String outer = name.substring(0, dot);
            ObjectNode inner =
                    row.get(outer) instanceof ObjectNode there ? there : row.putObject(outer);
            inner.set(name.substring(dot + 1), value);
        } else {
            row.set(name, value);
        }
    }

    /** What is no JSON value is text that someone did not put into quotes; null for nothing. */
    private static @Nullable JsonNode value(String text) {
        if (text.isBlank()) {
            return null;
        }
        try {
            return EXACT.readTree(text);
        } catch (JsonProcessingException noJson) {
            return TextNode.valueOf(text.strip());
        }
    }

    private ObjectNode exact(String text) throws MalformedRowException {
        // The check of every import comes first, since its errors name the byte.
        parse(text);
        try {
            return (ObjectNode) EXACT.readTree(text);
        } catch (JsonProcessingException e) {
            throw new MalformedRowException(text, "a JSON object: " + e.getOriginalMessage());
        }
    }

    @Override
    public String head() {
        return "";
    }
}
