package org.fleetscope.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A span as a row, whichever way OTLP spelled it: camelCase or snake_case, ids in hexadecimal or
 * base64, numbers as text, attributes as a list of keys and typed values.
 */
final class OtlpSpan {
    private static final List<String> IDS = List.of("traceId", "spanId", "parentSpanId");
    private static final List<String> TIMES = List.of("startTimeUnixNano", "endTimeUnixNano");
    private static final List<String> STATUS = List.of("UNSET", "OK", "ERROR");
    private static final List<String> KINDS =
            List.of("unspecified", "internal", "server", "client", "producer", "consumer");
    private static final String EVALUATION = "gen_ai.evaluation.";

    private OtlpSpan() {}

    /**
     * The row of a span.
     *
     * @param resource attributes of its resource
     */
    static ObjectNode row(ObjectNode span, ObjectNode resource) {
        ObjectNode row = JsonRow.MAPPER.createObjectNode();
        for (String id : IDS) {
            String hex = hex(either(span, id).asText(""));
            if (!hex.isEmpty()) {
                row.put(id, hex);
            }
        }
        row.set("name", span.path("name").isTextual() ? span.get("name") : NullNode.getInstance());
        row.put("kind", named(span.path("kind"), KINDS, "SPAN_KIND_").toLowerCase(Locale.ROOT));
        for (String time : TIMES) {
            JsonNode value = either(span, time);
            if (!value.isMissingNode()) {
                row.set(time, whole(value));
            }
        }
        JsonNode status = span.path("status");
        ObjectNode ended = row.putObject("status");
        ended.put("code", named(status.path("code"), STATUS, "STATUS_CODE_"));
        if (status.path("message").isTextual()) {
            ended.set("message", status.get("message"));
        }
        ObjectNode attributes = attributes(span.path("attributes"));
        span.path("events").forEach(event -> addEvaluation(event, attributes));
        row.set("attributes", attributes);
        row.set("resource", resource);
        if (span.path("scope").path("name").isTextual()) {
            row.putObject("scope").set("name", span.get("scope").get("name"));
        }
        return row;
    }

    /** An evaluation is an event of the span it is about. */
    private static void addEvaluation(JsonNode event, ObjectNode to) {
        if (event.path("name").asText("").startsWith(EVALUATION)) {
            attributes(event.path("attributes"))
                    .properties()
                    .forEach(attribute -> {
                        if (attribute.getKey().startsWith(EVALUATION)) {
                            to.putIfAbsent(attribute.getKey(), attribute.getValue());
                        }
                    });
        }
    }

    private static JsonNode either(JsonNode span, String camel) {
        JsonNode value = span.path(camel);
        return value.isMissingNode()
                ? span.path(camel.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT))
                : value;
    }

    /**
     * An id in lower-case hexadecimal digits. Base64 of 8 or 16 bytes has 12 or 24 characters with
     * its padding, 11 or 22 without, hexadecimal 16 or 32. Only zeros stand for no id.
     */
    static String hex(String id) {
        String hex = id.toLowerCase(Locale.ROOT);
        int digits = id.replace("=", "").length();
        if (digits == 11 || digits == 22) {
            try {
                String standard = id.replace('-', '+').replace('_', '/');
                hex = HexFormat.of().formatHex(Base64.getDecoder().decode(standard));
            } catch (IllegalArgumentException noBase64) {
                return hex;
            }
        }
        return hex.chars().allMatch(c -> c == '0') ? "" : hex;
    }

    /** The name of an enumerated value that may be given as number or name. */
    private static String named(JsonNode value, List<String> names, String prefix) {
        String text = value.asText("0");
        if (text.length() == 1 && Character.isDigit(text.charAt(0))) {
            int code = text.charAt(0) - '0';
            return code < names.size() ? names.get(code) : text;
        }
        return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
    }

    private static JsonNode whole(JsonNode value) {
        if (!value.isTextual()) {
            return value;
        }
        try {
            return LongNode.valueOf(Long.parseLong(value.textValue()));
        } catch (NumberFormatException staysText) {
            return value;
        }
    }

    /** Attributes by key, from a list of keys and typed values or from a plain object. */
    static ObjectNode attributes(JsonNode list) {
        ObjectNode attributes = JsonRow.MAPPER.createObjectNode();
        if (list instanceof ObjectNode plain) {
            return plain;
        }
        for (JsonNode attribute : list) {
            attributes.set(attribute.path("key").asText(), value(attribute.path("value")));
        }
        return attributes;
    }

    private static JsonNode value(JsonNode typed) {
        if (!typed.isObject() || typed.isEmpty()) {
            return typed.isMissingNode() ? NullNode.getInstance() : typed;
        }
        Map.Entry<String, JsonNode> only = typed.properties().iterator().next();
        JsonNode value = only.getValue();
        return switch (only.getKey()) {
            case "intValue", "int_value" -> whole(value);
            case "doubleValue", "double_value" -> real(value);
            case "boolValue", "bool_value" -> BooleanNode.valueOf(value.asBoolean());
            case "arrayValue", "array_value" -> array(value.path("values"));
            case "kvlistValue", "kvlist_value" -> attributes(value.path("values"));
            default -> value;
        };
    }

    private static JsonNode real(JsonNode value) {
        if (!value.isTextual()) {
            return value;
        }
        try {
            return DoubleNode.valueOf(Double.parseDouble(value.textValue()));
        } catch (NumberFormatException staysText) {
            return TextNode.valueOf(value.textValue());
        }
    }

    private static ArrayNode array(JsonNode values) {
        ArrayNode array = JsonRow.MAPPER.createArrayNode();
        values.forEach(value -> array.add(value(value)));
        return array;
    }
}
